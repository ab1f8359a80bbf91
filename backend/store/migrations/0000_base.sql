-- The ground of every other table: who may see which rows. The schema itself is made before the first migration.

-- The ordinary role of every transaction. It may belong to another database of the same server already.
do $$
declare
  usable boolean;
begin
  if not exists (select from pg_roles where rolname = 'amtsfeder') then
    begin
      create role amtsfeder nologin noinherit;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'amtsfeder' and (rolsuper or rolbypassrls or rolcanlogin)) then
    raise exception 'the role amtsfeder must be neither superuser nor bypassrls nor login';
  end if;
  usable := case when current_setting('server_version_num')::int >= 160000
    then pg_has_role(current_user, 'amtsfeder', 'SET') else pg_has_role(current_user, 'amtsfeder', 'MEMBER') end;
  if not usable then
    execute format('grant amtsfeder to %I', current_user);
  end if;
end
$$;
--> statement-breakpoint
grant usage on schema amtsfeder to amtsfeder;
--> statement-breakpoint
-- True for all rows under the scope of the Verbund; a setting that is not there is null or empty and sees nothing.
create function is_verbund() returns boolean language sql stable parallel safe
  return coalesce(current_setting('amtsfeder.scope', true) = 'verbund', false);
--> statement-breakpoint
create function may_see(kommune text) returns boolean language sql stable parallel safe
  return coalesce(
    current_setting('amtsfeder.scope', true) = 'verbund'
      or kommune = nullif(current_setting('amtsfeder.kommune', true), ''),
    false
  );
