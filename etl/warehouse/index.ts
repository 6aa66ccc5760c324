export { changedByHand } from './changed-by-hand.js';
export { assertSupported, database } from './database.js';
export { startEmbedded } from './embedded.js';
export {
  addressPlaceholder,
  type Erased,
  type ErasedKind,
  erasedFrom,
  erasedHash,
  erasureKeyPlace,
  namesakeWords,
  placeholder,
  recordWords,
  withoutErased,
  withoutWords,
} from './erased.js';
export { BRIEF_SECTIONS, type BriefSection, HANDOFF_KINDS, type HandoffKind, STANDARD_DIMENSIONS } from './handoff-kind.js';
export { HeardClient } from './heard-client.js';
export { type Keyring, keyIdOf, keyringOf, ringOf, type SecretKey } from './keyring.js';
export { measureTables } from './measure-table.js';
export { migrate } from './migrate.js';
export { APP_ROLE, DOOR_ROLE, KEEPER_ROLE } from './migration/isolate.js';
export { poolOf } from './pool-of.js';
export { atTheDoor, currentScope, enter, type Scope, undecided, within } from './scope.js';
export { seal, sealedWith, UnknownKey, unseal } from './seal.js';
export { Fact } from './table/fact.js';
export { MATCHED_BY_HAND, type MatchedByHand } from './table/hand-match.js';
export * from './table/index.js';
