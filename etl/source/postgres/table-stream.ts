import { createHash } from 'node:crypto';
import { isMappedRecord, keyOf, readMapped } from '../mapping/mapped-record.js';
import type { Gone, Page, Position, ReadRecord, Stream, Sweep } from '../source.js';
import { SourceError } from '../source-error.js';
import { keylessSql, LOOK_BACK, pageSql } from './page-sql.js';
import { pgInstant } from './pg-instant.js';
import type { PgRow, Server } from './server.js';
import type { ReadyTable } from './table-sql.js';
import type { WantedTable } from './wanted-table.js';

export interface TableReading {
  server: Server;
  timeZone: string;
  currency: string;
  pageRows: number;
  openedAt: Date;
  sweepHours: number;
  /** Looks at the table; null when it does not exist and may be missing. */
  ready(signal: AbortSignal): Promise<ReadyTable | null>;
  /** The moment of the last landing; null when nothing tells. */
  landedAt(signal: AbortSignal): Promise<Date | null>;
}

/** Keys of one question of a sweep. */
const SWEEP_ROWS = 20_000;

/** The rows of one table or query, oldest change first where they say when they changed. */
export class TableStream implements Stream {
  readonly name: string;
  readonly whole?: true;
  readonly sweep?: Sweep;
  /** A position belongs to one way of reading. */
  private readonly version: string;
  private known = new Date(0);
  private absent = false;

  constructor(
    private readonly wanted: WantedTable,
    private readonly reading: TableReading,
  ) {
    this.name = `postgres.${wanted.name}`;
    this.version = versionOf(wanted);
    if (!wanted.preset && wanted.cursor === null) this.whole = true;
    else this.sweep = { hours: reading.sweepHours, ids: (signal) => this.ids(signal) };
  }

  async *pages(from: Position | null, signal: AbortSignal): AsyncGenerator<Page> {
    const { server, pageRows } = this.reading;
    const table = await this.reading.ready(signal);
    if (table === null) return this.refuseIfRead(from);
    const now = await this.now(signal);
    this.known = (table.landed && (await this.reading.landedAt(signal))) || pgInstant(now);
    let position = this.started(from, now);
    if (position.at === null) yield* this.keyless(table, signal);
    for (;;) {
      const { rows } = await server.ask(...pageSql(this.wanted.key, table, { ...position, limit: pageRows }), signal);
      position = { ...position, ...lastOf(rows, this.wanted.key) };
      const done = rows.length < pageRows;
      if (done) position = { ...position, key: null };
      yield { ...this.paged(rows), position: table.moving ? position : null };
      if (done) return;
    }
  }

  private async *keyless(table: ReadyTable, signal: AbortSignal): AsyncGenerator<Page> {
    const { rows } = await this.reading.server.ask(keylessSql(this.wanted.key, table), [], signal);
    if (rows.length > 0) yield { ...this.paged(rows), position: null };
  }

  idOf(payload: unknown): string | null {
    return isMappedRecord(payload) && payload.key !== '' ? payload.key : null;
  }

  leftOut(): string | null {
    return this.absent ? 'the table does not exist' : null;
  }

  read(payload: unknown): ReadRecord {
    if (!isMappedRecord(payload)) throw new Error(`${this.name}: a record that no table gave`);
    if (payload.key === '') throw new Error(`${this.wanted.key.join(', ')} is empty, and nothing tells the row from others`);
    const { timeZone, currency } = this.reading;
    const named = { table: this.wanted.mapped(payload.row), timeZone, currency, prefix: this.wanted.name };
    return { externalId: payload.key, changedAt: null, deletedAt: null, ...readMapped(payload, named) };
  }

  /** Of landed tables: the last landing before they were read. */
  async knownUntil(): Promise<Date> {
    return this.known;
  }

  private async *ids(signal: AbortSignal): AsyncGenerator<string[]> {
    const table = await this.reading.ready(signal);
    if (table === null) return this.absent ? undefined : this.refuse();
    const { key, server } = { ...this.reading, key: this.wanted.key };
    let after: string | null = null;
    for (;;) {
      const { rows } = await server.ask(
        ...pageSql(key, { ...table, moving: false }, { key: after, limit: SWEEP_ROWS, standing: true }),
        signal,
      );
      yield rows.flatMap((row) => keyOf(row, key) ?? []);
      if (rows.length < SWEEP_ROWS) return;
      after = lastOf(rows, key).key;
    }
  }

  private paged(rows: PgRow[]): { records: unknown[]; gone: Gone[] } {
    const records: unknown[] = [];
    const gone: Gone[] = [];
    for (const { baton_at: _, baton_deleted_at: deletedAt, ...row } of rows) {
      const key = keyOf(row, this.wanted.key);
      if (deletedAt === null || key === null) records.push({ key: key ?? '', row });
      else gone.push({ externalId: key, at: deletedAt === 'infinity' ? null : pgInstant(String(deletedAt)) });
    }
    return { records, gone };
  }

  /** On from a page in the middle of a pass, or from an hour before the end of the last one: what is committed late bears an earlier time. */
  private started(from: Position | null, now: string) {
    if (from?.version !== this.version) return { version: this.version, at: null, key: null, since: null, began: now };
    const text = (name: string) => (from[name] === null || from[name] === undefined ? null : String(from[name]));
    if (text('key') !== null)
      return { version: this.version, at: text('at'), key: text('key'), since: text('since'), began: text('began') ?? now };
    return { version: this.version, at: text('at'), key: null, since: earlier(text('at'), text('began')), began: now };
  }

  /** A table of a preset that was never there is no fault; one that was is. */
  private refuseIfRead(from: Position | null): void {
    if (from !== null) this.refuse();
    this.absent = true;
    this.known = this.reading.openedAt;
  }

  private refuse(): never {
    throw new SourceError('schema', `${this.name}: the table was there and is gone. Land it again, or remove it from the mapping.`);
  }

  private async now(signal: AbortSignal): Promise<string> {
    const { rows } = await this.reading.server.ask('select now() as now', [], signal);
    return String(rows[0]?.now);
  }
}

/** The earlier of two times as Postgres writes them, less the look-back. Infinity is left to Postgres. */
function earlier(at: string | null, began: string | null): string | null {
  if (at === null || at.endsWith('infinity')) return null;
  const moments = [at, began ?? at].map((text) => pgInstant(text).getTime());
  return new Date(Math.min(...moments) - LOOK_BACK).toISOString();
}

function lastOf(rows: PgRow[], key: string[]): { at: string; key: string } | Record<string, never> {
  const last = rows.at(-1);
  return last ? { at: String(last.baton_at), key: JSON.stringify(key.map((name) => last[name])) } : {};
}

const versionOf = ({ mapped: _, ...wanted }: WantedTable) => createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16);
