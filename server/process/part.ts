import type { OutcomeName } from '../kpi/kpi.js';
import type { Walk } from './walk.js';

/** One thing the process view counts, and by which it lists exactly those counted. */
export interface Part {
  /** 'step:kickoff'. */
  id: string;
  outcomes: readonly OutcomeName[];
  /** What its values are counted in. */
  unitSeconds: number;
  /** Values of one outcome: whole units from 0; all above share the last. */
  span: number;
  /** Outcome and value of a handoff as one number below `outcomes.length * span`; -1 when it is not a member. */
  bin(walk: Walk): number;
}

/** Whole units between two moments, begun ones not counted; 0 when the second comes first. */
export const unitsBetween = (from: number, to: number, unitSeconds: number): number =>
  to <= from ? 0 : Math.floor((to - from) / unitSeconds);

/** -1 is no value. */
export const binOf = ({ span }: Pick<Part, 'span'>, outcome: number, value: number): number =>
  outcome * span + (value < span ? value : span - 1);

/** What a bin says of a handoff; a value that shares the last bin with longer ones is null. */
export function readBin({ span, outcomes }: Part, bin: number): { outcome: OutcomeName; value: number | null } {
  const outcome = outcomes[Math.floor(bin / span)];
  if (!outcome) throw new RangeError(`bin ${bin} has no outcome`);
  const value = bin % span;
  return { outcome, value: value === span - 1 ? null : value };
}
