import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Login, Source, type Workspace } from '../../etl/warehouse/index.js';
import { KnownHandoffs } from '../known-handoffs.js';
import { twoYears } from '../two-years.js';
import { CANARY, type ColumnOf, generatedValue, isCode } from './generated-row.js';
import { keepPristine } from './pristine.js';

export const NOW = new Date('2026-06-15T09:30:00Z');
const HANDOFFS = 60;

/** Two workspaces that differ in nothing but their canaries: the same keys, moments and numbers. */
export interface Twins {
  anna: string;
  bert: string;
  /** Of all tables with a workspace. */
  tables: string[];
  /** Takes both back to how they were made. */
  reset(): Promise<void>;
  /** Columns with a canary in them, of so many that hold words or codes. */
  canaryColumns: number;
  textColumns: number;
}

/** Chained by hashes that a copy would not have; whoever acts in a workspace adds to them. */
const CHAINED = ['audit_entry', 'audit_head'];

export async function makeTwins(db: DataSource, { id: anna }: Workspace): Promise<Twins> {
  const bert = randomUUID();
  const logins = { anna: await makeLogin(db, CANARY.anna), bert: await makeLogin(db, CANARY.bert) };
  const known = new KnownHandoffs(db, anna);
  await known.readThrough(NOW);
  await db.getRepository(Source).insert({ workspaceId: anna, id: 'book', kind: 'hubspot', name: 'Book', createdAt: NOW });
  await known.won(...twoYears(NOW, HANDOFFS));
  const columns = (await columnsOf(db)).filter(({ table }) => !CHAINED.includes(table));
  const tables = [...new Set(columns.map(({ table }) => table))];
  const [account] = await db.query<{ id: string }[]>('select account_id as id from handoff where workspace_id = $1 and id = $2', [
    anna,
    'crm:0',
  ]);
  const keys = { workspace_id: anna, login_id: logins.anna, account_id: account?.id ?? '' };
  const planted = columns.filter((column) => holdsWords(column) && !isCode(column));
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table);
    await generate(db, own, keys);
    await plant(
      db,
      planted.filter((column) => column.table === table),
    );
    await copy(db, own, [
      [anna, bert],
      [CANARY.anna, CANARY.bert],
      [logins.anna, logins.bert],
    ]);
  }
  const reset = await keepPristine(db, columns);
  return { anna, bert, tables, reset, canaryColumns: planted.length, textColumns: columns.filter(holdsWords).length };
}

const holdsWords = ({ type }: ColumnOf) => ['text', 'text[]', 'jsonb'].includes(type);

async function makeLogin(db: DataSource, name: string): Promise<string> {
  const id = randomUUID();
  await db.getRepository(Login).insert({ id, email: `${name.toLowerCase()}@example.com`, name, createdAt: NOW });
  return id;
}

/** Those that are written, of tables that belong to a workspace. */
const columnsOf = (db: DataSource): Promise<ColumnOf[]> =>
  db.query(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity and a.attnum > 0 and a.attgenerated = ''
       and not a.attisdropped
     order by c.relname, a.attnum`);

/** One row for a table that has none; what it refers to need not be there. */
async function generate(db: DataSource, columns: ColumnOf[], keys: Record<string, string>): Promise<void> {
  const table = columns[0]?.table ?? '';
  const [{ found } = { found: true }] = await db.query<{ found: boolean }[]>(`select exists (select from ${table}) as found`);
  if (found && table !== 'source') return;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map((column) => generatedValue(column, keys));
  await freely(db, `insert into ${table} (${names}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
}

async function plant(db: DataSource, columns: ColumnOf[]): Promise<void> {
  const [first] = columns;
  if (!first) return;
  const words = {
    text: (name: string) => `case when ${name} like '%' || $1::text || '%' then ${name} else ${name} || ' ' || $1::text end`,
  };
  const set = columns.map(({ name, type }) => {
    if (type === 'text') return `${name} = ${words.text(name)}`;
    if (type === 'text[]') return `${name} = ${name}`;
    return `${name} = case when jsonb_typeof(${name}) = 'object' then ${name} || jsonb_build_object('note', $1::text) else ${name} end`;
  });
  await freely(db, `update ${first.table} set ${set.join(', ')} where $1::text is not null`, [CANARY.anna]);
}

/** All rows of Anna's once more as Bert's. */
async function copy(db: DataSource, columns: ColumnOf[], [ids, canaries, logins]: [string, string][]): Promise<void> {
  const table = columns[0]?.table ?? '';
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const pairs = [ids, canaries, logins].flatMap((pair) => pair ?? []);
  await freely(
    db,
    `insert into ${table} (${names}) select ${columns.map(({ name }) => `twin."${name}"`).join(', ')} from ${table} as own,
       jsonb_populate_record(null::public."${table}", replace(replace(replace(to_jsonb(own)::text, $1, $2), $3, $4), $5, $6)::jsonb) as twin
      where own.${table === 'workspace' ? 'id' : 'workspace_id'} = $1::uuid`,
    pairs,
  );
}

/** Without looking at what rows refer to. */
const freely = (db: DataSource, sql: string, values: unknown[]): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.query(`set local session_replication_role = 'replica'`);
    await tx.query(sql, values);
  });
