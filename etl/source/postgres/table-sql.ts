import { deletedSql, isBook, type Landing } from './landing.js';
import { quoted } from './name.js';
import type { Relation } from './relation.js';
import type { WantedTable } from './wanted-table.js';

/** A table that was looked at, ready to be read. */
export interface ReadyTable {
  /** A query of the rows that count: their columns, `baton_at` (when each last moved) and `baton_deleted_at`. */
  rows: string;
  /** Types of the key columns, in order. */
  keyTypes: string[];
  /** True when rows say when they last moved. */
  moving: boolean;
  /** A query of the moment of the last landing; null for a table that nobody landed. */
  landed: string | null;
}

interface Known {
  relation: Relation;
  landing: Landing | null;
  /** The joined tables that exist, by the name of the joined column. */
  others: Map<string, Relation>;
  /** The tables that exist of those that computed columns need. */
  beside: Set<string>;
  timeZone: string;
}

/** The query of a table. Names in it are quoted, and values of `where` are literals of Postgres. */
export function tableSql(wanted: WantedTable, known: Known): ReadyTable {
  const { relation, landing, others, beside } = known;
  const joins = Object.entries(wanted.joined).flatMap(([name, join], index) => joinOf({ name, join, other: others.get(name), index }));
  const at = movedAt(wanted, known, joins);
  const own = [...relation.columns.keys()].filter((name) => !isBook(name) || wanted.key.includes(name));
  const worked = Object.entries(wanted.computed).filter(
    ([, { needs, tables = [] }]) =>
      needs.every((name) => relation.columns.has(name) || others.has(name)) && tables.every((name) => beside.has(name)),
  );
  const columns = [
    ...own.map((name) => `t.${quoted(name)}`),
    ...joins.map(({ name, alias }) => `${alias}.taken as ${quoted(name)}`),
    ...worked.map(([name, { sql }]) => `(${inSchema(sql, wanted)}) as ${quoted(name)}`),
    `${at ?? `'-infinity'::timestamptz`} as baton_at`,
    `${goneAt(wanted, known)} as baton_deleted_at`,
  ];
  const where = [...(landing?.where ?? []), ...wheres(wanted)];
  const newest = landing?.appended ? `distinct on (${wanted.key.map((name) => `t.${quoted(name)}`).join(', ')}) ` : '';
  const from = [`${relation.sql} as t`, ...(landing?.joins ?? []), ...joins.map(({ sql }) => sql)].join(' ');
  const order = newest ? ` order by ${wanted.key.map((name) => `t.${quoted(name)}`).join(', ')}, baton_at desc` : '';
  return {
    rows: `select ${newest}${columns.join(', ')} from ${from}${where.length > 0 ? ` where ${where.join(' and ')}` : ''}${order}`,
    keyTypes: wanted.key.map((name) => relation.columns.get(name) ?? 'text'),
    moving: at !== null,
    landed: landing?.cursor ? `select max(${landing.cursor})::timestamptz as at from ${from}` : null,
  };
}

/** Joined columns are named in computed ones as 'name.taken'. */
const inSchema = (sql: string, { schema, joined }: WantedTable): string =>
  Object.keys(joined).reduce(
    (text, name, index) => text.replaceAll(`${name}.taken`, `j${index}.taken`),
    sql.replaceAll('{schema}', quoted(schema ?? 'public')),
  );

interface Join {
  name: string;
  alias: string;
  sql: string;
  /** When the joined rows last moved; null when they do not say. */
  at: string | null;
}

const PICKS = { least: 'min(taken::text)', greatest: 'max(taken::text)', all: 'json_agg(distinct taken::text)' };

function joinOf({
  name,
  join,
  other,
  index,
}: {
  name: string;
  join: WantedTable['joined'][string];
  other: Relation | undefined;
  index: number;
}): Join[] {
  if (!other?.columns.has(join.on) || !other.columns.has(join.take)) return [];
  const alias = `j${index}`;
  const [synced, deleted] = [other.columns.has('_fivetran_synced'), other.columns.get('_fivetran_deleted') === 'boolean'];
  const counts = [...(deleted ? ['not coalesce(j._fivetran_deleted, false)'] : []), ...(join.where ? [join.where] : [])];
  const taken = `${PICKS[join.pick].replaceAll('taken', `j.${quoted(join.take)}`)}${counts.length > 0 ? ` filter (where ${counts.join(' and ')})` : ''}`;
  const moved = synced ? ', max(j._fivetran_synced)::timestamptz as moved_at' : '';
  const sql = `left join (select j.${quoted(join.on)}::text as joined_by, ${taken} as taken${moved} from ${other.sql} as j group by 1) ${alias}
    on ${alias}.joined_by = t.${quoted(join.to)}::text`;
  return [{ name, alias, sql, at: synced ? `${alias}.moved_at` : null }];
}

/** A row moves when it, or what is joined to it, does. */
function movedAt(wanted: WantedTable, { relation, landing, timeZone }: Known, joins: Join[]): string | null {
  const own = wanted.cursor === null ? (landing?.cursor ?? null) : `t.${quoted(wanted.cursor)}`;
  if (own === null) return null;
  const type = wanted.cursor === null ? 'timestamp with time zone' : (relation.columns.get(wanted.cursor) ?? '');
  const zoned = type === 'timestamp with time zone' ? `${own}::timestamptz` : `(${own}::timestamp at time zone ${literal(timeZone)})`;
  const moments = [zoned, ...joins.flatMap(({ at }) => at ?? [])];
  return `coalesce(${moments.length === 1 ? zoned : `greatest(${moments.join(', ')})`}, '-infinity')`;
}

function goneAt(wanted: WantedTable, { relation, landing }: Known): string {
  const worded = Object.entries(wanted.deletedWords).map(
    ([name, words]) => `case when btrim(t.${quoted(name)}::text) in (${words.map(literal).join(', ')}) then 'infinity'::timestamptz end`,
  );
  const flags = [...wanted.deleted, ...(landing?.deleted ?? [])]
    .filter((name) => !(name in wanted.deletedWords))
    .flatMap((name) => (relation.columns.has(name) ? [[name, relation.columns.get(name) ?? ''] as [string, string]] : []));
  const said = deletedSql(flags, landing?.cursor ?? null);
  return worded.length === 0 ? said : `coalesce(${[...worded, said].join(', ')})`;
}

const wheres = ({ where }: WantedTable): string[] =>
  Object.entries(where).map(([name, values]) => `btrim(coalesce(t.${quoted(name)}::text, '')) in (${values.map(literal).join(', ')})`);

/** As `quote_literal` writes it. */
function literal(value: string): string {
  const text = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return value.includes('\\') ? ` E${text}` : text;
}
