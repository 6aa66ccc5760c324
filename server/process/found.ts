import { invalid } from '../http/problem.js';
import type { Found } from '../kpi/listed.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { maturePosition } from '../kpi/selection.js';
import { readBin } from './part.js';
import { keyOf, pathOf, stepsOf } from './path.js';
import type { OfPart, Selection } from './selected.js';
import { statePart } from './state-part.js';
import { SHARE_DAYS, stepAt, WON } from './step.js';
import { commonest } from './variants.js';
import { Walk } from './walk.js';
import { walked } from './walked.js';

export interface Listing {
  /** What is listed. */
  label: string;
  found: Found[];
}

/** Exactly the handoffs that were counted, the last won first. */
export function findIn(question: Question, selection: Selection): Listing {
  return 'part' in selection ? ofPart(question, selection) : onPath(question, selection.variant);
}

function ofPart(question: Question, { part, outcomes }: OfPart): Listing {
  const wanted = new Set(outcomes);
  const labels = part.outcomes.flatMap(({ outcome, label }) => (wanted.has(outcome) ? [label] : []));
  const label = labels.length === part.outcomes.length ? 'Everybody it is counted of' : labels.join(', or ');
  return {
    label,
    found: seen(question, (walk) => {
      const bin = part.bin(walk);
      if (bin < 0) return null;
      const { outcome, value } = readBin(part, bin);
      return wanted.has(outcome.outcome) ? { ...outcome, value } : null;
    }),
  };
}

/** One way by its key, or all that are not told one by one. */
function onPath(question: Question, key: string): Listing {
  const path = pathOf(key);
  if (path === null && key !== 'others') throw invalid([{ message: `"${key}" names no steps of the process`, path: ['variant'] }]);
  const told = path === null ? new Set(commonest(walked(question, []).paths).map((one) => one.path)) : null;
  return {
    label: path === null ? 'A way of their own' : wayOf(path),
    found: seen(question, (walk) => {
      if (told ? told.has(walk.path) : walk.path !== path) return null;
      const { outcome } = readBin(statePart, statePart.bin(walk));
      return { outcome: outcome.outcome, label: told ? `${outcome.label}: ${keyOf(walk.path)}` : outcome.label, value: null };
    }),
  };
}

const wayOf = (path: number) =>
  stepsOf(path)
    .map((step) => stepAt(step).label)
    .join(', ') + (path === WON ? ', and nothing since' : '');

function seen(question: Question, read: (walk: Walk) => Omit<Found, 'row' | 'mature'> | null): Found[] {
  const range = rangeOf(question, question.period);
  const mature = maturePosition(question, SHARE_DAYS);
  const walk = new Walk(question);
  const found: Found[] = [];
  for (let i = range.to - 1; i >= range.from; i--) {
    const row = question.rows[i] ?? 0;
    const one = read(walk.read(row));
    if (one) found.push({ row, ...one, mature: i < mature });
  }
  return found;
}
