import { type Asking, queried } from './query.js';
import { codeOf } from './salesforce-error.js';
import { literal } from './soql.js';

/** Before anything in any org. */
const FIRST_MOMENT = Date.UTC(1999, 0, 1);
const NARROWEST = 60_000;
const MOST_RESTARTS = 3;

type Records = Record<string, unknown>[];

interface Span {
  from: number | null;
  /** Null is open. */
  to: number | null;
}

/**
 * Everything stamped at or after `from`, oldest change first. A question that Salesforce gives up on is asked again for half the
 * time; a query locator that it has forgotten is answered by asking again from the last stamp read.
 */
export async function* inOrder(asking: Asking, { from, now }: { from: number | null; now: number }): AsyncIterable<Records> {
  const { stamp } = asking.asked;
  const way = new Way(from, now);
  while (!way.atEnd) {
    const span = way.next();
    try {
      for await (const records of queried(asking, { where: within(stamp, span), orderBy: [stamp, 'Id'] })) {
        yield records;
        way.came(latestStamp(records, stamp));
      }
      way.passed(span);
    } catch (error) {
      way.afterwards(error);
    }
  }
}

/** How far it came, and how much it may ask for at once. */
class Way {
  atEnd = false;
  private width: number | null = null;
  private restarts = 0;

  constructor(
    private start: number | null,
    private readonly now: number,
  ) {}

  /** The last span is open, so that what is stamped by a clock ahead of ours is read too. */
  next(): Span {
    if (this.width === null) return { from: this.start, to: null };
    const from = this.start ?? FIRST_MOMENT;
    return { from, to: from + this.width >= this.now ? null : from + this.width };
  }

  came(stamp: number | null): void {
    if (stamp === null || (this.start !== null && stamp <= this.start)) return;
    this.start = stamp;
    this.restarts = 0;
  }

  passed({ to }: Span): void {
    this.atEnd = to === null;
    if (to !== null) this.start = to;
    if (this.width !== null) this.width *= 2;
  }

  /** Throws the error again when it cannot be answered by asking otherwise. */
  afterwards(error: unknown): void {
    const code = codeOf(error);
    if (code === 'QUERY_TIMEOUT') this.width = this.narrower(error);
    else if (code !== 'INVALID_QUERY_LOCATOR' || ++this.restarts > MOST_RESTARTS) throw error;
  }

  private narrower(error: unknown): number {
    const half = Math.floor((this.width ?? this.now - (this.start ?? FIRST_MOMENT)) / 2);
    if (half < NARROWEST) throw error;
    return half;
  }
}

function within(stamp: string, { from, to }: Span): string[] {
  return [...(from === null ? [] : [`${stamp} >= ${literal(from)}`]), ...(to === null ? [] : [`${stamp} < ${literal(to)}`])];
}

/** Of one page; null when no record of it has one. */
export function latestStamp(records: Records, stamp: string): number | null {
  const known = records.map((record) => Date.parse(String(record[stamp] ?? ''))).filter((at) => !Number.isNaN(at));
  return known.length === 0 ? null : Math.max(...known);
}
