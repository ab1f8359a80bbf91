-- Run once by the image of PostgreSQL, when its folder is empty. The backend's login is no superuser: it owns its
-- database, and may make the ordinary role `amtsfeder`, under which every transaction runs.
\set password `cat /run/secrets/database_password`
create role amtsfeder_owner login createrole password :'password';
create database amtsfeder owner amtsfeder_owner encoding 'UTF8' template template0;
revoke all on database amtsfeder from public;
