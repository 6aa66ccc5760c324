import type { Salesforce } from './org.js';
import type { Asking } from './query.js';

/** One object about to be read, as this org has it. */
export interface Reading extends Salesforce, Asking {}
