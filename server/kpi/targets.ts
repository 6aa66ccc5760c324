import type { ClockId } from '../definition/clock-id.js';
import { BUILT_IN, type Definition, type Versioned } from '../definition/definition.js';
import type { Targets } from './kpi.js';

const NO_TARGET: Targets = { all: null };

/** What a workspace wants of a KPI, else what it wants of the clock behind it, in steps of so many hours; `{ all: null }` when it wants nothing. */
export function targetsOf({ definition }: Versioned, kpi: string, clock?: { id: ClockId; stepHours: number }): Targets {
  const own = definition.kpiTargets[kpi];
  if (!clock || (own && !isBuiltIn(kpi, own))) return own ?? NO_TARGET;
  const steps = Object.entries(definition.targets[clock.id]).map(([segment, hours]) => [segment, hours / clock.stepHours] as const);
  const [first] = steps;
  if (first && steps.every(([, step]) => step === first[1])) return { all: first[1] };
  return { all: null, ...Object.fromEntries(steps) };
}

/** Nobody has decided it: then it follows its clock, which somebody may have. */
const isBuiltIn = (kpi: string, targets: Targets): boolean => JSON.stringify(targets) === JSON.stringify(BUILT_IN.kpiTargets[kpi]);

/** The longest a clock may take in any segment, in hours. */
export const longestTarget = ({ targets }: Definition, clock: ClockId): number => Math.max(...Object.values(targets[clock]));
