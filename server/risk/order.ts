import { z } from 'zod';
import type { Snapshot } from '../handoff/snapshot.js';
import { invalid } from '../http/problem.js';
import type { Listed } from './standing.js';

/** By which number the list is ordered, the most first. */
export const ORDERS = ['loss', 'amount', 'chance'] as const;
export type Order = (typeof ORDERS)[number];

/** What may be lost, weighed with the chance of it; null when either is unknown. */
export const expectedLoss = ({ amount, chance }: Pick<Listed, 'amount' | 'chance'>): number | null =>
  amount === null || chance === null ? null : amount * chance.value;

/** Where a handoff stands in the list: its number, its amount, its id. */
type Place = [number | null, number | null, string];

const place = z.tuple([z.enum(ORDERS), z.number().nullable(), z.number().nullable(), z.string()]);

export interface Page {
  page: Listed[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

/** The order a page goes on in; that of the page before, where there is one. Refuses a place that is none. */
export function orderOf(after: string | undefined, order: Order): Order {
  return after === undefined ? order : readPlace(after)[0];
}

/** Some of the list, in order: unknown numbers last, ties by amount and then by id, so that pages follow one another whoever comes or goes. */
export function pageOf(
  listed: readonly Listed[],
  snapshot: Snapshot,
  { order, after, limit }: { order: Order; after?: string | undefined; limit: number },
): Page {
  const placed = listed.map((one) => ({ one, place: placeOf(one, snapshot, order) })).sort((a, b) => compare(a.place, b.place));
  const start = after === undefined ? null : readPlace(after).slice(1);
  const rest = start ? placed.filter((entry) => compare(entry.place, start as Place) > 0) : placed;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = last && rest.length > limit ? Buffer.from(JSON.stringify([order, ...last.place])).toString('base64url') : null;
  return { page: page.map(({ one }) => one), next };
}

function placeOf(one: Listed, snapshot: Snapshot, order: Order): Place {
  const number = { loss: expectedLoss(one), amount: one.amount, chance: one.chance?.value ?? null }[order];
  return [number, one.amount, snapshot.id(one.row)];
}

function compare([a, amountA, idA]: Place, [b, amountB, idB]: Place): number {
  return unknownLast(a, b) || unknownLast(amountA, amountB) || (idA < idB ? -1 : idA > idB ? 1 : 0);
}

function unknownLast(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : b - a;
}

function readPlace(cursor: string): z.infer<typeof place> {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid([{ message: 'is not a place in the list: give the `next` of the page before.', path: ['after'] }]);
  }
}
