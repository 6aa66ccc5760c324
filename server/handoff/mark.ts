import type { DataSource } from 'typeorm';
import { COMPLETE_THROUGH } from './freshness.js';

/** How far a workspace has come. Ask it before the handoffs: they may know more than it says, never less. */
export interface Mark {
  /** Counts derivations. */
  revision: string;
  /** Counts what people changed. */
  byHandCount: string;
  /** Through when everything every source knew is in the handoffs; null before the first full pass. */
  dataAsOf: Date | null;
  /** All versions of the definitions and whether they are applied, as one text; null where there is only what is built in. */
  definitions: string | null;
}

/** It was deleted, or has never been. */
export class NoWorkspace extends Error {
  /** By which it is known on another thread. */
  readonly code = NO_WORKSPACE;
}

const NO_WORKSPACE = 'no workspace';

export const isNoWorkspace = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === NO_WORKSPACE;

const MARK = `
  select w.revision, w.by_hand_count as "byHandCount", (${COMPLETE_THROUGH}) as "dataAsOf",
    (select md5(string_agg(concat_ws(' ', version, decided_at, applied_at, note, decided_by, definition), ' ' order by version))
      from definition_version where workspace_id = $1) as definitions
  from workspace w where w.id = $1`;

/** Throws NoWorkspace. */
export async function markOf(db: DataSource, workspaceId: string): Promise<Mark> {
  const [mark] = await db.query<Mark[]>(MARK, [workspaceId]);
  if (!mark) throw new NoWorkspace(`there is no workspace ${workspaceId}`);
  return mark;
}
