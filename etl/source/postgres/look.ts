import { namedColumns } from '../mapping/mapped-columns.js';
import { SourceError } from '../source-error.js';
import { landingOf } from './landing.js';
import { quoted } from './name.js';
import { queryRelation, type Relation, relationOf } from './relation.js';
import type { Server } from './server.js';
import { type ReadyTable, tableSql } from './table-sql.js';
import type { WantedTable } from './wanted-table.js';

/** What was found where a table was looked for. */
export interface Looked {
  /** Null when it does not exist, which only a table of a preset may. */
  table: ReadyTable | null;
  /** What is missing, in words for a person. */
  notes: string[];
}

export interface Looking {
  server: Server;
  timeZone: string;
}

/** Looks at a table before it is read. Throws a SourceError that says what is wrong with it. */
export async function look(wanted: WantedTable, { server, timeZone }: Looking, signal: AbortSignal): Promise<Looked> {
  const relation = await found(wanted, server, signal);
  if (relation === null) return { table: null, notes: [`${wanted.name}: there is no table ${named(wanted)}, so none are read.`] };
  const missing = missingColumns(wanted, relation);
  const keys = wanted.key.filter((name) => !relation.columns.has(name));
  if (keys.length > 0 || (!wanted.preset && missing.length > 0)) throw lacking(wanted, relation, [...keys, ...missing]);
  const others = new Map<string, Relation>();
  const notes = missing.map((column) => `${wanted.name}: the table has no column ${column}.`);
  for (const [name, join] of Object.entries(wanted.joined)) {
    const other = await relationOf(server, `${quoted(wanted.schema ?? 'public')}.${quoted(join.table)}`, signal);
    if (other) others.set(name, other);
    else notes.push(`${wanted.name}: there is no table ${join.table}, so ${name} is not known.`);
  }
  const beside = new Set<string>();
  for (const name of new Set(Object.values(wanted.computed).flatMap(({ tables = [] }) => tables)))
    if (await relationOf(server, `${quoted(wanted.schema ?? 'public')}.${quoted(name)}`, signal)) beside.add(name);
  const landing = landingOf(relation, wanted.everyVersion);
  return { table: tableSql(wanted, { relation, landing, others, beside, timeZone }), notes };
}

async function found({ from, preset, name }: WantedTable, server: Server, signal: AbortSignal): Promise<Relation | null> {
  if ('query' in from) return queryRelation(server, from.query, signal);
  for (const path of from.tables) {
    const relation = await relationOf(server, path, signal);
    if (relation) return relation;
  }
  if (preset) return null;
  throw new SourceError(
    'schema',
    `${name}: there is no table ${from.tables.join(' or ')} that this user can see. Name it with its schema: crm.deal`,
  );
}

const named = ({ from }: WantedTable) => ('query' in from ? 'of that query' : from.tables.join(' or ').replaceAll('"', ''));

/** Columns that the mapping names and nothing gives. A path into a JSON column counts by its beginning. */
function missingColumns(wanted: WantedTable, { columns }: Relation): string[] {
  const given = new Set([...columns.keys(), ...Object.keys(wanted.joined), ...Object.keys(wanted.computed)]);
  const beside = wanted.preset ? [] : [...wanted.deleted, ...(wanted.cursor === null ? [] : [wanted.cursor])];
  const all = [...namedColumns(wanted.mapped({})).map(({ column }) => column), ...beside];
  return [...new Set(all)].filter((column) => !given.has(column) && !given.has(column.split('.')[0] ?? ''));
}

function lacking(wanted: WantedTable, { columns }: Relation, missing: string[]): SourceError {
  const has = [...columns.keys()].slice(0, 40).join(', ');
  return new SourceError(
    'schema',
    `${wanted.name}: ${named(wanted)} has no column ${missing.join(', ')}. It has: ${has}. Correct the mapping.`,
  );
}
