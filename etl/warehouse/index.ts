export { assertSupported, type DatabaseOptions, database } from './database.js';
export { type EmbeddedPostgres, startEmbedded } from './embedded.js';
export { BRIEF_SECTIONS, type BriefSection, HANDOFF_KINDS, type HandoffKind, STANDARD_DIMENSIONS } from './handoff-kind.js';
export { Fact } from './table/fact.js';
export * from './table/index.js';
