import { z } from 'zod';
import type { Snapshot } from '../handoff/snapshot.js';
import { invalid } from '../http/problem.js';
import type { Listed } from './listed.js';

/** By which number the list is ordered, the most first. */
export const ORDERS = ['loss', 'amount', 'chance'] as const;
export type Order = (typeof ORDERS)[number];

/** What may be lost, weighed with the chance of it; null when either is unknown. */
export const expectedLoss = ({ amount, chance }: Pick<Listed, 'amount' | 'chance'>): number | null =>
  amount === null || chance === null ? null : amount * chance.value;

type Numbers = [number | null, number | null];

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

/** The whole list in order: unknown numbers last, ties by amount and then by id, so that pages follow one another whoever comes or goes. */
export function inOrder(listed: Iterable<Listed>, snapshot: Snapshot, order: Order): Listed[] {
  const entries = [...listed].map((one) => ({ one, numbers: numbersOf(one, order) }));
  const byId = (a: Listed, b: Listed) => compareIds(snapshot.id(a.row), snapshot.id(b.row));
  return entries.sort((a, b) => compareNumbers(a.numbers, b.numbers) || byId(a.one, b.one)).map(({ one }) => one);
}

/** Some of a list that is in order, after the place where the page before ended. */
export function pageOf(
  ordered: readonly Listed[],
  snapshot: Snapshot,
  { order, after, limit }: { order: Order; after?: string | undefined; limit: number },
): Page {
  const start = after === undefined ? null : readPlace(after);
  const isAfter = (one: Listed) => !start || compareNumbers(numbersOf(one, order), [start[1], start[2]]) > 0 || isAfterTie(one, start);
  const isAfterTie = (one: Listed, [, number, amount, id]: z.infer<typeof place>) =>
    compareNumbers(numbersOf(one, order), [number, amount]) === 0 && compareIds(snapshot.id(one.row), id) > 0;
  const rest = start ? ordered.filter(isAfter) : ordered;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, next: last && rest.length > limit ? cursorOf(last, snapshot, order) : null };
}

const cursorOf = (last: Listed, snapshot: Snapshot, order: Order): string =>
  Buffer.from(JSON.stringify([order, ...numbersOf(last, order), snapshot.id(last.row)])).toString('base64url');

/** The number it is ordered by, and its amount. */
function numbersOf(one: Listed, order: Order): Numbers {
  return [{ loss: expectedLoss, amount: amountOf, chance: chanceOf }[order](one), one.amount];
}

const amountOf = ({ amount }: Listed) => amount;
const chanceOf = ({ chance }: Listed) => chance?.value ?? null;
const compareNumbers = ([a, amountA]: Numbers, [b, amountB]: Numbers): number => unknownLast(a, b) || unknownLast(amountA, amountB);
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
