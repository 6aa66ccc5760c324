import { toDate } from '../handoff/column.js';
import type { Question } from '../kpi/question.js';
import { INPUT_NAMES, type Input } from './measured.js';
import { LOOKED_AT_DAYS, wonSince } from './open.js';
import type { RiskAnswer } from './risk.schema.js';
import type { Standing } from './standing.js';

/** The rule by which handoffs were looked at, and in words. */
export function considered(
  { read, until }: Question,
  { measured }: Standing,
  { openCount, olderCount }: { openCount: number; olderCount: number },
): RiskAnswer['considered'] {
  const names = read ? Object.entries(INPUT_NAMES).flatMap(([input, name]) => (measured.has(input as Input) ? [] : [name])) : [];
  const older = olderCount ? `; ${olderCount} older open ${olderCount === 1 ? 'one is' : 'ones are'} not looked at` : '';
  const unmeasured = names.length ? `. Not measured, because no source has recorded any: ${names.join(', ')}` : '';
  const words = read
    ? `Handoffs won in the last ${LOOKED_AT_DAYS} days whose onboarding or first value is still to come${older}${unmeasured}.`
    : 'Nothing can be said yet: no source has been read through once.';
  return { openCount, wonSince: read ? toDate(wonSince(until)).toISOString() : null, olderCount, unmeasured: names, words };
}
