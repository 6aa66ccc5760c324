import type { EntityManager } from 'typeorm';

/** A table of facts with the columns that can hold words. */
export interface TextTable {
  name: string;
  columns: { name: string; type: 'text' | 'text[]' | 'jsonb' }[];
}

/** An address, or a name. */
export interface Wanted {
  words: string;
  /** Addresses of others who bear the name too, and the one that is meant: a row that holds one of theirs, and not that one, is theirs. */
  namesakes?: { addresses: readonly string[]; meant: string };
}

export interface Replacement extends Wanted {
  by: string;
}

/** Who signs in to Baton is deleted in another way, the log by its own rules, and ids that other rows point at are no one's words. */
const NOT_FACTS = [
  'audit_entry',
  'audit_head',
  'erased_person',
  'erasure_key',
  'session',
  'sign_in_link',
  'api_token',
  'invitation',
  'member',
];
const POINTED_AT = ['handoff.id', 'handoff_event.handoff_id', 'handoff_event.id'];

/** Every table of facts, asked of Postgres itself. */
export async function textTables(tx: EntityManager): Promise<TextTable[]> {
  const rows = await tx.query<{ name: string; column: string; type: TextTable['columns'][number]['type'] }[]>(
    `select c.relname::text as name, a.attname::text as column, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
       and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb') and c.relname || '.' || a.attname <> all($2)
       and exists (select 1 from pg_attribute where attrelid = c.oid and attname = 'workspace_id')
     order by 1, a.attnum`,
    [NOT_FACTS, POINTED_AT],
  );
  const tables = new Map<string, TextTable>();
  for (const { name, column, type } of rows) {
    const table = tables.get(name) ?? { name, columns: [] };
    table.columns.push({ name: column, type });
    tables.set(name, table);
  }
  return [...tables.values()];
}

/** How many rows of a workspace hold any of them. */
export async function foundIn(
  tx: EntityManager,
  table: TextTable,
  { workspaceId, wanted }: { workspaceId: string; wanted: readonly Wanted[] },
): Promise<number> {
  const values = new Values(workspaceId);
  const held = wanted.map((one) => holds(table, one, values)).join(' or ');
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from ${table.name} where workspace_id = $1 and (${held})`,
    values.all,
  );
  return row?.count ?? 0;
}

/** Puts others in place of the words, in any case, where they stand alone. How many rows. */
export async function replaceIn(
  tx: EntityManager,
  table: TextTable,
  { workspaceId, replacements }: { workspaceId: string; replacements: readonly Replacement[] },
): Promise<number> {
  let changed = 0;
  for (const replacement of replacements) {
    const values = new Values(workspaceId);
    const set = table.columns.map((column) => `${column.name} = ${replaced(column, replacement, values)}`).join(', ');
    const [, count] = await tx.query<[unknown, number]>(
      `update ${table.name} set ${set} where workspace_id = $1 and ${holds(table, replacement, values)}`,
      values.all,
    );
    changed += count;
  }
  return changed;
}

/** What a statement is asked with; $1 is the workspace. */
class Values {
  readonly all: string[];

  constructor(workspaceId: string) {
    this.all = [workspaceId];
  }

  take(value: string): string {
    this.all.push(value);
    return `$${this.all.length}::text`;
  }
}

type Column = TextTable['columns'][number];

function replaced({ name, type }: Column, { words, by }: Replacement, values: Values): string {
  const [what, instead] = [values.take(patternFor(type, [words])), values.take(by)];
  if (type === 'jsonb') return `regexp_replace(${name}::text, ${what}, ${instead}, 'gi')::jsonb`;
  if (type === 'text') return `regexp_replace(${name}, ${what}, ${instead}, 'gi')`;
  const each = `array(select regexp_replace(one, ${what}, ${instead}, 'gi') from unnest(${name}) with ordinality as l (one, place) order by place)`;
  return `case when ${name} is not null then ${each} end`;
}

/** Whether a row holds the words, and is not a namesake's. */
function holds(table: TextTable, { words, namesakes }: Wanted, values: Values): string {
  const stand = standIn(table, [words], values);
  if (!namesakes || namesakes.addresses.length === 0) return stand;
  return `(${stand} and (not ${standIn(table, namesakes.addresses, values)} or ${standIn(table, [namesakes.meant], values)}))`;
}

/** Whether any of the words stand anywhere in a row. */
function standIn({ columns }: TextTable, words: readonly string[], values: Values): string {
  const found = columns.map(({ name, type }) => `coalesce(${name}::text ~* ${values.take(patternFor(type, words))}, false)`);
  return `(${found.join(' or ')})`;
}

const patternFor = (type: Column['type'], words: readonly string[]): string =>
  words.map((one) => pattern(type === 'jsonb' ? inJson(one) : one)).join('|');

/** Not within a longer address or name. */
const pattern = (words: string): string => `(?<![\\w.+-])${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`;

const inJson = (words: string): string => JSON.stringify(words).slice(1, -1);
