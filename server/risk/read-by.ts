import { workingTimeOf } from '../definition/working-time.js';
import type { Terms } from '../kpi/kpi.js';
import type { ReadBy } from './seen.js';

/** How the clocks are read on these terms. */
export function readBy({ definition: { definition }, time, timeZone }: Terms): ReadBy {
  return { definition, time: time === 'working' ? workingTimeOf(definition.calendar, timeZone) : 'wall' };
}
