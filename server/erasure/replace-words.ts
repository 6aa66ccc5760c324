import type { EntityManager } from 'typeorm';

/** A table of facts with the columns that can hold words. */
export interface TextTable {
  name: string;
  columns: { name: string; type: 'text' | 'text[]' | 'jsonb' }[];
}

export interface Replacement {
  words: string;
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

/** How many rows of a workspace hold any of the words. */
export async function foundIn(
  tx: EntityManager,
  table: TextTable,
  { workspaceId, words }: { workspaceId: string; words: string[] },
): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from ${table.name} where workspace_id = $1 and (${anyOf(table, '$2', '$3')})`,
    [workspaceId, words.map(pattern).join('|'), words.map((one) => pattern(inJson(one))).join('|')],
  );
  return row?.count ?? 0;
}

/** Puts others in place of the words, in any case, where they stand alone. How many rows. */
export async function replaceIn(
  tx: EntityManager,
  table: TextTable,
  { workspaceId, replacements }: { workspaceId: string; replacements: Replacement[] },
): Promise<number> {
  let changed = 0;
  for (const { words, by } of replacements) {
    const set = table.columns.map(({ name, type }) => `${name} = ${REPLACED[type](name)}`).join(', ');
    const [, count] = await tx.query<[unknown, number]>(
      `update ${table.name} set ${set} where workspace_id = $1 and (${anyOf(table, '$2', '$3')}) and $4::text is not null`,
      [workspaceId, pattern(words), pattern(inJson(words)), by],
    );
    changed += count;
  }
  return changed;
}

const REPLACED = {
  text: (name: string) => `regexp_replace(${name}, $2::text, $4::text, 'gi')`,
  'text[]': (name: string) =>
    `array(select regexp_replace(one, $2::text, $4::text, 'gi') from unnest(${name}) with ordinality as l (one, place) order by place)`,
  jsonb: (name: string) => `regexp_replace(${name}::text, $3::text, $4::text, 'gi')::jsonb`,
} as const;

const anyOf = ({ columns }: TextTable, plain: string, json: string): string =>
  [
    `${plain}::text = ${json}::text and false`,
    ...columns.map(({ name, type }) => `${name}::text ~* ${type === 'jsonb' ? json : plain}::text`),
  ].join(' or ');

/** Not within a longer address or name. */
const pattern = (words: string): string => `(?<![\\w.+-])${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`;

const inJson = (words: string): string => JSON.stringify(words).slice(1, -1);
