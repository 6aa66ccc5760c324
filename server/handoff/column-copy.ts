import type { PoolClient } from 'pg';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { type Columns, MOMENT_LISTS, MOMENTS, NEVER, secondsOf } from './column.js';
import { ColumnBuilder } from './column-builder.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Dimensions that are columns of the table; the rest lie in its `dimensions`. */
const COLUMN_OF = { segment: 'segment', owner: 'owner_name', csm: 'csm_name', currency: 'currency' } as const;

export interface Copied {
  columns: Columns;
  /** Ids of all that came, the removed included. */
  ids: Set<string>;
}

/**
 * The handoffs of a workspace that changed after `revision` (all of them after null) by one COPY in binary form; the removed are named but not kept.
 * `known` columns lend their dictionaries.
 */
export async function copyHandoffs(
  db: DataSource,
  workspaceId: string,
  { revision, known }: { revision: string | null; known?: Columns },
): Promise<Copied> {
  const builder = new ColumnBuilder(known);
  const ids = new Set<string>();
  const runner = db.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    const copy = copyTo(statement(workspaceId, revision));
    const stream = client.query(copy);
    let rest: Buffer = Buffer.alloc(0);
    let started = false;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      if (!started && rest.length < HEADER) continue;
      const from = started ? 0 : HEADER;
      started = true;
      rest = rest.subarray(decode(rest, from, { builder, ids: revision === null ? null : ids }));
    }
    finished(copy);
  } finally {
    await runner.release();
  }
  return { columns: builder.columns(), ids };
}

/** pg's query_timeout waits for a callback that pg-copy-streams never gives. */
function finished(copy: object): void {
  if ('callback' in copy && typeof copy.callback === 'function') copy.callback(null);
}

/** COPY takes no parameters: both values are checked and quoted. */
function statement(workspaceId: string, revision: string | null): string {
  if (!UUID.test(workspaceId)) throw new Error(`${workspaceId} is not the id of a workspace`);
  const changed = revision === null ? 'removed_at is null' : `revision > ${BigInt(revision)}`;
  const columns = [
    'id',
    'removed_at is not null',
    ...MOMENTS,
    ...MOMENT_LISTS,
    'survey_satisfied',
    'survey_score::float8',
    'arr::float8',
    ...Object.values(COLUMN_OF),
    'dimensions::text',
  ];
  return `copy (select ${columns.join(', ')} from handoff where workspace_id = ${pg.escapeLiteral(workspaceId)} and ${changed}) to stdout (format binary)`;
}

/** Signature, flags and the length of an extension nobody uses. https://www.postgresql.org/docs/current/sql-copy.html */
const HEADER = 19;

interface Target {
  builder: ColumnBuilder;
  ids: Set<string> | null;
}

/** Takes whole rows from `at` on and says where the first unfinished one begins. */
function decode(buffer: Buffer, at: number, target: Target): number {
  let start = at;
  for (let end = rowEnd(buffer, start); end !== null; end = rowEnd(buffer, start)) {
    addRow(new Row(buffer, start + 2), target);
    start = end;
  }
  return start;
}

/** Where the row that begins at `start` ends; null when it is not all there, or is the end of all. */
function rowEnd(buffer: Buffer, start: number): number | null {
  if (start + 2 > buffer.length) return null;
  const fields = buffer.readInt16BE(start);
  if (fields < 0) return null;
  let at = start + 2;
  for (let field = 0; field < fields; field++) {
    if (at + 4 > buffer.length) return null;
    at += 4 + Math.max(0, buffer.readInt32BE(at));
  }
  return at <= buffer.length ? at : null;
}

/** Reads the fields of one row in turn. */
class Row {
  constructor(
    private readonly buffer: Buffer,
    private at: number,
  ) {}

  /** Null for null. */
  bytes(): Buffer | null {
    const length = this.buffer.readInt32BE(this.at);
    const from = this.at + 4;
    this.at = from + Math.max(0, length);
    return length < 0 ? null : this.buffer.subarray(from, this.at);
  }

  text(): string | null {
    return this.bytes()?.toString('utf8') ?? null;
  }

  flag(): boolean | null {
    const bytes = this.bytes();
    return bytes && bytes[0] === 1;
  }

  number(): number | null {
    return this.bytes()?.readDoubleBE(0) ?? null;
  }

  seconds(): number {
    const bytes = this.bytes();
    return bytes ? secondsOf(bytes.readInt32BE(0), bytes.readUInt32BE(4)) : NEVER;
  }

  /** A one-dimensional array without nulls; an empty one has no dimension. */
  list(): number[] {
    const bytes = this.bytes();
    if (!bytes || bytes.readInt32BE(0) === 0) return [];
    return Array.from({ length: bytes.readInt32BE(12) }, (_, i) =>
      secondsOf(bytes.readInt32BE(24 + i * 12), bytes.readUInt32BE(28 + i * 12)),
    );
  }
}

function addRow(row: Row, { builder, ids }: Target): void {
  const id = row.bytes() ?? Buffer.alloc(0);
  ids?.add(id.toString('utf8'));
  if (row.flag()) return;
  for (const name of MOMENTS) builder.moment[name].push(row.seconds());
  for (const name of MOMENT_LISTS) for (const seconds of row.list()) builder.listed(name, seconds);
  const satisfied = row.flag();
  builder.satisfied.push(satisfied === null ? -1 : Number(satisfied));
  builder.scoreTenths.push(Math.round((row.number() ?? 0) * 10));
  builder.arr.push(row.number() ?? -1);
  const columns = Object.keys(COLUMN_OF).map((name) => [name, row.text()] as const);
  const dimensions: Record<string, string> = JSON.parse(row.text() ?? '{}');
  for (const [name, value] of Object.entries(dimensions)) if (!(name in COLUMN_OF)) builder.dimension(name, String(value));
  for (const [name, value] of columns) builder.dimension(name, value);
  builder.end(id);
}
