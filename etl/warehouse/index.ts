export { assertSupported, database } from './database.js';
export { startEmbedded } from './embedded.js';
export { BRIEF_SECTIONS, type BriefSection, HANDOFF_KINDS, type HandoffKind, STANDARD_DIMENSIONS } from './handoff-kind.js';
export { APP_ROLE, DOOR_ROLE, KEEPER_ROLE } from './migration/isolate.js';
export { atTheDoor, currentScope, enter, type Scope, undecided, within } from './scope.js';
export { Fact } from './table/fact.js';
export { MATCHED_BY_HAND, type MatchedByHand } from './table/hand-match.js';
export * from './table/index.js';
