import { movePart } from './move-part.js';
import type { Part } from './part.js';
import { statePart } from './state-part.js';
import { STEPS, WELCOME, WON } from './step.js';
import { legPart, stepPart } from './step-part.js';
import { VIOLATIONS } from './violation-part.js';
import { waitingPart } from './waiting-part.js';

const positions = STEPS.map((_, step) => step);

export const STEP_PARTS = positions.filter((step) => step > WON).map(stepPart);

/** The way to the welcome starts at the won deal anyway. */
export const LEG_PARTS = positions.filter((step) => step > WELCOME).map(legPart);

export const MOVE_PARTS = positions.map(movePart);

/** Everything counted of the process but its paths. */
export const PARTS: readonly Part[] = [...STEP_PARTS, ...LEG_PARTS, ...MOVE_PARTS, ...VIOLATIONS, waitingPart, statePart];
