import type { Counts } from '../kpi/kpi.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { maturePosition, type Range } from '../kpi/selection.js';
import type { Part } from './part.js';
import { SHARE_DAYS } from './step.js';
import { Walk } from './walk.js';

/** What one pass over the handoffs of a question saw. */
export interface Walked {
  range: Range;
  countsOf(part: Part): Counts;
  /** The path of each handoff, by its position in the range. */
  paths: Uint32Array;
}

/** Looks along at each handoff. */
interface Watcher {
  add(walk: Walk, row: number): void;
}

/** One look at each handoff of the period, and one increment for each part it is a member of. */
export function walked(question: Question, parts: readonly Part[], watcher?: Watcher): Walked {
  const range = rangeOf(question, question.period);
  const mature = maturePosition(question, SHARE_DAYS);
  const paths = new Uint32Array(range.to - range.from);
  const cells = parts.map(({ outcomes, span }) => ({
    mature: new Int32Array(outcomes.length * span),
    young: new Int32Array(outcomes.length * span),
  }));
  const walk = new Walk(question);
  for (let i = range.from; i < range.to; i++) {
    const row = question.rows[i] ?? 0;
    walk.read(row);
    watcher?.add(walk, row);
    paths[i - range.from] = walk.path;
    for (let k = 0; k < parts.length; k++) {
      const bin = parts[k]?.bin(walk) ?? -1;
      const into = i < mature ? cells[k]?.mature : cells[k]?.young;
      if (bin >= 0 && into) into[bin] = (into[bin] ?? 0) + 1;
    }
  }
  const counts = new Map(parts.map((part, k) => [part, summed(cells[k])]));
  return { range, paths, countsOf: (part) => counts.get(part) ?? summed(undefined) };
}

function summed(cells: { mature: Int32Array; young: Int32Array } | undefined): Counts {
  if (!cells) throw new Error('this part of the process was not counted');
  return { all: cells.young.map((count, bin) => count + (cells.mature[bin] ?? 0)), mature: cells.mature };
}
