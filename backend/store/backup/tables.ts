import { type ClientBase, escapeIdentifier } from 'pg';

const SCHEMA = 'amtsfeder';

/** What is not taken along, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  migration: 'says what the tables are, not what is in them; it is written anew',
  head_salt: 'is thrown away so that nobody can work back from the head counts; a backup would keep it',
  request_window: 'counts the last minutes',
};

/** A table of ours with the columns that can be written. */
export interface Table {
  name: string;
  columns: { name: string; type: string }[];
  forced: boolean;
}

/** @returns all tables in the order of their names, those that are left out too */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, c.relforcerowsecurity as forced,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'
     group by c.oid, c.relname, c.relforcerowsecurity order by c.relname`,
    [SCHEMA],
  );
  return rows;
}

export interface Sequence {
  name: string;
  last: string;
  called: boolean;
}

export async function sequencesOf(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind = 'S' and not exists (
       select from pg_depend d join pg_class t on t.oid = d.refobjid
       where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.refobjsubid > 0 and t.relname = any($2)
     ) order by c.relname`,
    [SCHEMA, Object.keys(leftOut)],
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${qualified(name)}`,
    );
    for (const state of states) sequences.push({ name, ...state });
  }
  return sequences;
}

/** @param name of a table or sequence of ours */
export function qualified(name: string): string {
  return `${SCHEMA}.${escapeIdentifier(name)}`;
}
