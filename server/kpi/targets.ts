import type { Versioned } from '../definition/definition.js';
import type { Targets } from './kpi.js';

const NO_TARGET: Targets = { all: null };

/** What a workspace wants of a KPI; `{ all: null }` when it has not said. */
export const targetsOf = ({ definition }: Versioned, kpi: string): Targets => definition.kpiTargets[kpi] ?? NO_TARGET;
