import { BUILT_IN_VERSION } from '../server/definition/definition.js';
import type { Terms } from '../server/kpi/kpi.js';

/** What the numbers mean where nobody has decided otherwise. */
export const BUILT_IN_TERMS: Terms = { definition: BUILT_IN_VERSION, time: 'wall', timeZone: 'UTC' };
