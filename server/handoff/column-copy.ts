import type { PoolClient } from 'pg';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Columns, MOMENT_LISTS, MOMENTS, type MomentList, NEVER, secondsOf, TIERS } from './column.js';
import { ColumnBuilder } from './column-builder.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Dimensions that are columns of the table; the rest lie in its `dimensions`. */
const COLUMN_OF = { segment: 'segment', owner: 'owner_name', csm: 'csm_name', currency: 'currency' } as const;

export interface Copied {
  columns: Columns;
  /** Ids of all that came, the removed included. */
  ids: Set<string>;
}

interface Wanted {
  /** Those that changed after it; all that stand for null. */
  revision: string | null;
  /** They lend their dictionaries. */
  known?: Columns;
  /** SQL of rows like those of `handoff`, of which all are taken: ours, never input. */
  from?: string;
  /** Has a transaction open, in which they are read. */
  within?: QueryRunner;
}

/** The handoffs of a workspace by one COPY in binary form; the removed are named but not kept. */
export function copyHandoffs(db: DataSource, workspaceId: string, { within, ...wanted }: Wanted): Promise<Copied> {
  if (within) return copyOn(within, workspaceId, wanted);
  // COPY goes past `query`, which would begin a transaction for it: that is where the scope of a statement is said.
  return db.transaction(({ queryRunner }) => {
    if (!queryRunner) throw new Error('A transaction has no connection.');
    return copyOn(queryRunner, workspaceId, wanted);
  });
}

async function copyOn(runner: QueryRunner, workspaceId: string, { revision, known, from }: Omit<Wanted, 'within'>): Promise<Copied> {
  const builder = new ColumnBuilder(known);
  const ids = new Set<string>();
  const target: Target = { builder, ids: revision === null && from === undefined ? null : ids, dimensions: dimensionReader() };
  const client: PoolClient = await runner.connect();
  const copy = copyTo(statement(workspaceId, revision, from));
  const stream = client.query(copy);
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (!started && rest.length < HEADER) continue;
    const from = started ? 0 : HEADER;
    started = true;
    rest = rest.subarray(decode(rest, from, target));
  }
  finished(copy);
  return { columns: builder.columns(), ids };
}

/** pg's query_timeout waits for a callback that pg-copy-streams never gives. */
function finished(copy: object): void {
  if ('callback' in copy && typeof copy.callback === 'function') copy.callback(null);
}

/** COPY takes no parameters: both values are checked and quoted. */
function statement(workspaceId: string, revision: string | null, from: string | undefined): string {
  if (!UUID.test(workspaceId)) throw new Error(`${workspaceId} is not the id of a workspace`);
  const changed = revision === null ? 'removed_at is null' : `revision > ${BigInt(revision)}`;
  const which = from === undefined ? changed : 'true';
  const columns = [
    'id',
    'removed_at is not null',
    ...MOMENTS,
    ...MOMENT_LISTS,
    'repeat_tier',
    'survey_satisfied',
    'survey_score::float8',
    'arr::float8',
    ...Object.values(COLUMN_OF),
    'dimensions::text',
  ];
  return `copy (select ${columns.join(', ')} from ${from ?? 'handoff'} where workspace_id = ${pg.escapeLiteral(workspaceId)} and ${which}) to stdout (format binary)`;
}

const COLUMN_NAMES = Object.keys(COLUMN_OF);

const TIER_NUMBERS = new Map<string, number>(TIERS.map((tier, number) => [tier, number]));

/** Signature, flags and the length of an extension nobody uses. https://www.postgresql.org/docs/current/sql-copy.html */
const HEADER = 19;

interface Target {
  builder: ColumnBuilder;
  ids: Set<string> | null;
  dimensions(json: string): readonly [string, string][];
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

/** Reads the fields of one row in turn, without a copy or a view of any but the texts. */
class Row {
  constructor(
    private readonly buffer: Buffer,
    private at: number,
  ) {}

  text(): string | null {
    const from = this.next();
    return from === null ? null : this.buffer.toString('utf8', from, this.at);
  }

  flag(): boolean | null {
    const from = this.next();
    return from === null ? null : this.buffer[from] === 1;
  }

  number(): number | null {
    const from = this.next();
    return from === null ? null : this.buffer.readDoubleBE(from);
  }

  seconds(): number {
    const from = this.next();
    return from === null ? NEVER : this.secondsAt(from);
  }

  /** The moments of a one-dimensional array that are not null; an empty one has no dimension. */
  list(builder: ColumnBuilder, name: MomentList): void {
    const from = this.next();
    if (from === null || this.buffer.readInt32BE(from) === 0) return;
    for (let at = from + 20; at < this.at; ) {
      const length = this.buffer.readInt32BE(at);
      if (length >= 0) builder.listed(name, this.secondsAt(at + 4));
      at += 4 + Math.max(0, length);
    }
  }

  tiers(builder: ColumnBuilder): void {
    const from = this.next();
    if (from === null || this.buffer.readInt32BE(from) === 0) return;
    for (let at = from + 20; at < this.at; ) {
      const length = Math.max(0, this.buffer.readInt32BE(at));
      const tier = this.buffer.toString('latin1', at + 4, at + 4 + length);
      builder.repeatTier.push(TIER_NUMBERS.get(tier) ?? 0);
      at += 4 + length;
    }
  }

  private secondsAt(at: number): number {
    return secondsOf(this.buffer.readInt32BE(at), this.buffer.readUInt32BE(at + 4));
  }

  /** Where the next field begins; null when it is null. */
  private next(): number | null {
    const length = this.buffer.readInt32BE(this.at);
    const from = this.at + 4;
    this.at = from + Math.max(0, length);
    return length < 0 ? null : from;
  }
}

function addRow(row: Row, { builder, ids, dimensions }: Target): void {
  const id = row.text() ?? '';
  ids?.add(id);
  if (row.flag()) return;
  for (const name of MOMENTS) builder.moment[name].push(row.seconds());
  for (const name of MOMENT_LISTS) row.list(builder, name);
  row.tiers(builder);
  const satisfied = row.flag();
  builder.satisfied.push(satisfied === null ? -1 : Number(satisfied));
  builder.scoreTenths.push(Math.round((row.number() ?? 0) * 10));
  builder.arr.push(row.number() ?? -1);
  for (const name of COLUMN_NAMES) builder.dimension(name, row.text());
  for (const [name, value] of dimensions(row.text() ?? '{}')) builder.dimension(name, value);
  builder.end(id);
}

/** Handoffs share few combinations of values: each is parsed once, as long as they are few. */
function dimensionReader(): Target['dimensions'] {
  const read = new Map<string, [string, string][]>();
  return (json) => {
    const known = read.get(json);
    if (known) return known;
    const values = Object.entries<unknown>(JSON.parse(json)).map(([name, value]): [string, string] => [name, String(value)]);
    const own = values.filter(([name]) => !(name in COLUMN_OF));
    if (read.size < 10_000) read.set(json, own);
    return own;
  };
}
