import type { Workspace } from '../../etl/warehouse/index.js';
import type { Visibility } from '../handoff/visibility.js';
import type { AnyQuery } from './counted-question.js';

export interface Asked<Query> {
  workspace: Workspace;
  query: Query;
  visibility: Visibility;
}

/** A question by name, as it crosses to the thread that answers it. */
export interface NamedQuestion extends Asked<AnyQuery> {
  name: string;
  now: Date;
}

/** UTF-8 of the JSON, in memory of its own, and whether it was counted for this question. */
export interface Told {
  bytes: Uint8Array<ArrayBuffer>;
  counted: boolean;
}
