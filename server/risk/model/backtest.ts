import { type Interval } from '../../kpi/statistics/interval.js';
import { auc, aucDifference } from './auc.js';
import { brier, brierSkill, type Said } from './brier.js';
import { rowCount, rowOf, wonBy } from './design.js';
import { enough, sizeOf } from './enough.js';
import { windowSeconds } from './landmark.js';
import type { Past, PastMonth } from './past.js';
import { chanceAt, type Fitted, regress } from './regress.js';

/** One chance as it would have been said in a past month. */
export interface Test extends Said {
  age: number;
  month: number;
}

/** Goes back to each past month: learns only from what was known then, says the chances of those who were open, and holds them against what came. */
export function backtest(past: Past): Test[] {
  let share: number | undefined;
  return past.months.flatMap((month) => {
    const known = wonBy(past.looks, month.at - windowSeconds(past.churnDays));
    if (!enough(sizeOf(known))) return [];
    // A penalty once chosen was known in every later month: choosing it anew would cost most of the time.
    const fitted = regress(known, { ...month, churnDays: past.churnDays, ...(share !== undefined && { share }) });
    const base = regress(known, { usable: [], churnDays: past.churnDays, share: 1 });
    share = fitted?.penaltyShare ?? share;
    return fitted && base ? tested(month, { fitted, base }) : [];
  });
}

/** The base rate is that of the age: whoever is old enough has little time left to leave, and that is no insight. */
function tested({ at, open }: PastMonth, { fitted, base }: { fitted: Fitted; base: Fitted }): Test[] {
  return Array.from({ length: rowCount(open) }, (_, row) => {
    const age = open.age[row] ?? 0;
    const features = rowOf(open, row);
    return {
      chance: chanceAt(fitted, features, age).value,
      base: chanceAt(base, features, age).value,
      churned: open.churned[row] === 1,
      handoff: open.handoff[row] ?? 0,
      age,
      month: at,
    };
  });
}

export interface Score {
  /** Chances said; one handoff can have been scored in more than one month. */
  scored: number;
  handoffs: number;
  churned: number;
  auc: (Interval & { value: number }) | null;
  /** Of the age alone. */
  baseAuc: (Interval & { value: number }) | null;
  /** By how much the AUC is above that of the age alone. */
  gain: (Interval & { value: number }) | null;
  brier: number | null;
  baseBrier: number | null;
  skill: (Interval & { value: number }) | null;
}

export function scoreOf(tests: readonly Test[]): Score {
  return {
    scored: tests.length,
    handoffs: new Set(tests.map(({ handoff }) => handoff)).size,
    churned: new Set(tests.filter(({ churned }) => churned).map(({ handoff }) => handoff)).size,
    auc: auc(tests.map(({ chance, churned, handoff }) => ({ score: chance, churned, handoff }))),
    baseAuc: auc(tests.map(({ base, churned, handoff }) => ({ score: base, churned, handoff }))),
    gain: aucDifference(tests.map(({ chance, base, churned, handoff }) => ({ score: chance, other: base, churned, handoff }))),
    brier: brier(tests),
    baseBrier: brier(tests, ({ base }) => base),
    skill: brierSkill(tests),
  };
}
