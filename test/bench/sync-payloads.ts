import type { Stream } from '../../etl/source/source.js';

/** One stream of the bench, its payloads as HubSpot sent them, and its share of all records. */
export interface Pool {
  stream: Stream;
  payloads: Payload[];
  share: number;
}

export interface Payload {
  id: string;
  updatedAt: string;
  properties: Record<string, string | null>;
}

/** A stretch of one stream that is written in one transaction. */
export interface Stretch {
  stream: Stream;
  payloads: Payload[];
}

const DAY = 86_400_000;

/** As the HubSpot source gathers them before it asks for their associations. */
const PAGE_RECORDS = 500;

/** `count` records, stream after stream: the payloads of the pools under ever new ids. One in a hundred has changed when `changed`. */
export function* stretches(pools: Pool[], { count, changed = false }: { count: number; changed?: boolean }): Generator<Stretch> {
  for (const { stream, payloads, share } of pools) {
    const all = Math.round(count * share);
    for (let start = 0; start < all; start += PAGE_RECORDS) {
      const numbers = Array.from({ length: Math.min(PAGE_RECORDS, all - start) }, (_, n) => start + n);
      yield { stream, payloads: numbers.map((n) => numbered(payloads, n, changed && n % 100 === 0)) };
    }
  }
}

function numbered(payloads: Payload[], n: number, changed: boolean): Payload {
  const base = payloads[n % payloads.length];
  if (!base) throw new Error('a pool of payloads is empty');
  const round = Math.floor(n / payloads.length);
  const merged = base.properties.hs_merged_object_ids;
  const properties = { ...base.properties, hs_object_id: `${base.id}${round}` };
  if (merged) Object.assign(properties, { hs_merged_object_ids: merged.replace(/\d+/g, (id) => `${id}${round}`) });
  const updatedAt = changed ? new Date(Date.parse(base.updatedAt) + DAY).toISOString() : base.updatedAt;
  if (changed) Object.assign(properties, { hs_lastmodifieddate: updatedAt });
  return { ...base, id: `${base.id}${round}`, updatedAt, properties };
}
