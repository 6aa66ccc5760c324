import { z } from 'zod';
import { invalid } from '../http/problem.js';
import { byAmount, type Risk } from './risk-of.js';

const place = z.tuple([z.number().nullable(), z.string()]);

/** Where a page ended: the amount and id of its last handoff, so that the next page holds even when others come or go. */
export const cursorOf = ({ amount, handoff }: Risk) => Buffer.from(JSON.stringify([amount, handoff.id])).toString('base64url');

/** The page of `sorted` after a cursor, and whether more follow. Refuses a cursor that is none. */
export function pageAfter(
  sorted: readonly Risk[],
  { after, limit }: { after?: string | undefined; limit: number },
): { page: Risk[]; more: boolean } {
  const rest = after === undefined ? sorted : sorted.filter(isAfter(placeOf(after)));
  return { page: rest.slice(0, limit), more: rest.length > limit };
}

function isAfter([amount, id]: z.infer<typeof place>) {
  return (risk: Risk) => byAmount(risk, { amount, handoff: { ...risk.handoff, id } }) > 0;
}

function placeOf(cursor: string): z.infer<typeof place> {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid([{ message: 'is not a place in the list: give the `next` of the page before.', path: ['after'] }]);
  }
}
