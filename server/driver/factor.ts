import type { Definition } from '../definition/definition.js';
import type { Columns } from '../handoff/column.js';

/** Whether a handoff has the factor. Unknown is neither: it is left out of both sides. */
export type State = 'yes' | 'no' | 'unknown';

/** What a factor is read from. */
export interface Look {
  columns: Columns;
  /** Through when the data are known, seconds since EPOCH. */
  until: number;
  definition: Definition;
  timeZone: string;
}

/** Something about how a handoff went that may go with how it ended. */
export interface Factor {
  id: string;
  /** What is so of the handoffs that have it. */
  name: string;
  /**
   * Day from the won deal by whose end it is settled. Only handoffs that were still there on that day are looked at, and only what came after
   * it: otherwise those who left early could not have had the factor, and it would look like a cure (immortal time; Anderson, Cain and Gelber 1983).
   */
  settledDay(definition: Definition): number;
  /** The state of each row that was still there on the settled day. Null when the data hold nothing of the kind for any handoff. */
  states(look: Look): ((row: number) => State) | null;
}
