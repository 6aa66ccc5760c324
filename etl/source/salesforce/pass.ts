import type { Page, Position } from '../source.js';
import { bulkLoad, startBulk } from './bulk-load.js';
import { deletedSince } from './deleted.js';
import { inOrder, latestStamp } from './in-order.js';
import type { SalesforcePosition } from './position.js';
import { count, queried } from './query.js';
import type { Reading } from './reading.js';
import { codeOf } from './salesforce-error.js';

type Prepare = (signal: AbortSignal) => Promise<Reading | null>;

/** The ways to read one object. Each asks first what the object consists of today. */
export function passes(prepare: Prepare) {
  return {
    async *pages(from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
      const reading = await prepare(signal);
      if (reading !== null) yield* pages(reading, from as SalesforcePosition | null);
    },
    /** Everything again, when something of it is a formula or a roll-up. */
    async *calculated(signal: AbortSignal): AsyncIterable<Page> {
      const reading = await prepare(signal);
      if (reading === null || !reading.asked.calculated) return;
      for await (const records of everything(reading)) yield { records, position: null };
    },
    async *ids(signal: AbortSignal): AsyncIterable<string[]> {
      const reading = await prepare(signal);
      if (reading === null) return;
      const asked = { ...reading.asked, names: ['Id', reading.asked.stamp] };
      for await (const records of everything({ ...reading, asked }, ['IsDeleted = false'])) yield records.map(({ Id }) => String(Id));
    },
  };
}

async function* pages(reading: Reading, from: SalesforcePosition | null): AsyncIterable<Page> {
  // Where other fields are wanted than before, everything is read again.
  const known = from?.asked === reading.asked.fingerprint ? from : null;
  let at = notLaterThan(reading.now().getTime(), known ?? (await beginning(reading, { deletedUntil: from?.deletedUntil })));
  if (at.phase === 'bulk') {
    for await (const page of bulkLoad(reading, at)) {
      yield page;
      at = page.position;
    }
  }
  if (from !== null && reading.asked.deletable) {
    const { gone, until } = await deletedSince(reading, { from: at.deletedUntil - lookback(reading), now: reading.now().getTime() });
    at = { ...at, deletedUntil: Math.max(until, at.deletedUntil) };
    yield { records: [], position: at, gone };
  }
  yield* changes(reading, at);
}

interface Beginning {
  /** Absent when nothing was read before. */
  deletedUntil?: number;
  where?: string[];
}

/** Few records are asked for in order, many by a job. */
async function beginning(reading: Reading, { deletedUntil, where = [] }: Beginning): Promise<SalesforcePosition> {
  const { client, sobject, settings, asked, signal } = reading;
  const at: SalesforcePosition = {
    phase: 'changes',
    since: null,
    job: null,
    locator: null,
    deletedUntil: deletedUntil ?? reading.now().getTime(),
    asked: asked.fingerprint,
  };
  const expected = await countOrMany(() => count(client, { from: sobject, where }, signal));
  return expected < settings.bulkFrom ? at : ((await startBulk(reading, at, where)) ?? at);
}

/** What takes Salesforce too long to count is many. */
async function countOrMany(ask: () => Promise<number>): Promise<number> {
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === 'QUERY_TIMEOUT') return Number.POSITIVE_INFINITY;
    throw error;
  }
}

async function* changes(reading: Reading, from: SalesforcePosition): AsyncIterable<Page> {
  const now = reading.now().getTime();
  let at: SalesforcePosition = { ...from, phase: 'changes', job: null, locator: null };
  const start = at.since === null ? null : at.since - lookback(reading);
  for await (const records of inOrder(reading, { from: start, now })) {
    const last = latestStamp(records, reading.asked.stamp);
    if (last !== null) at = notLaterThan(now, { ...at, since: Math.max(at.since ?? 0, last) });
    yield { records, position: at };
  }
  yield { records: [], position: at };
}

/** A stamp of tomorrow must not hide what is changed today. */
function notLaterThan(now: number, at: SalesforcePosition): SalesforcePosition {
  return { ...at, since: at.since === null ? null : Math.min(at.since, now), deletedUntil: Math.min(at.deletedUntil, now) };
}

/** All of it in no order. */
async function* everything(reading: Reading, where: string[] = []): AsyncIterable<Record<string, unknown>[]> {
  const at = await beginning(reading, { where });
  if (at.phase === 'changes') return yield* queried(reading, { where, orderBy: ['Id'] });
  for await (const page of bulkLoad(reading, at)) yield page.records;
}

const lookback = ({ settings }: Reading) => settings.lookbackSeconds * 1000;
