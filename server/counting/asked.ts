import type { Workspace } from '../../etl/warehouse/index.js';
import type { Visibility } from '../handoff/visibility.js';
import type { AnyQuery } from './counted-question.js';

export interface Asked<Query> {
  workspace: Workspace;
  query: Query;
  visibility: Visibility;
  /** What goes out for good - a mail, a file - waits for the newest, where a page would be given what it has. */
  newest?: boolean;
}

/** A question by name, as it crosses to the thread that answers it. */
export interface NamedQuestion extends Asked<AnyQuery> {
  name: string;
  now: Date;
}

/** UTF-8 of the JSON, in memory of its own, and how it came about. */
export interface Told {
  bytes: Uint8Array<ArrayBuffer>;
  /** For this question; false when it was kept. */
  counted: boolean;
  /** Whether it is of the moment before, while what came since is being counted. */
  earlier: boolean;
}
