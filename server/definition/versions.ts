import type { DataSource } from 'typeorm';
import type { Rules } from '../../etl/handoff/rules.js';
import { BUILT_IN_VERSION, type Versioned } from './definition.js';
import { versionedOf } from './definition-of.js';

/** A version, and who decided it, when and why. */
export interface Decided extends Versioned {
  note: string | null;
  decidedBy: string | null;
  /** Whether all handoffs have been derived by its rules. */
  applied: boolean;
}

interface Row {
  version: number;
  definition: unknown;
  note: string | null;
  decidedAt: Date;
  decidedBy: string | null;
  applied: boolean;
}

const BUILT_IN_DECIDED: Decided = { ...BUILT_IN_VERSION, note: null, decidedBy: null, applied: true };

/** Every version of a workspace's definition, the oldest first: that is the built-in one. */
export async function versionsOf(db: DataSource, workspaceId: string): Promise<Decided[]> {
  const rows = await db.query<Row[]>(
    `select version, definition, note, decided_at as "decidedAt", decided_by as "decidedBy", applied_at is not null as applied
    from definition_version where workspace_id = $1 order by version`,
    [workspaceId],
  );
  return [
    BUILT_IN_DECIDED,
    ...rows.map((row) => ({ ...versionedOf(workspaceId, row), note: row.note, decidedBy: row.decidedBy, applied: row.applied })),
  ];
}

export const newest = (versions: readonly Decided[]): Decided => versions.at(-1) ?? BUILT_IN_DECIDED;

/** What the workspace last decided the rules to be that all stored handoffs follow. */
export const lastApplied = (versions: readonly Decided[]): Decided => versions.findLast(({ applied }) => applied) ?? BUILT_IN_DECIDED;

/** Whether facts are read into handoffs alike. */
export const sameRules = (one: Rules, two: Rules): boolean => one === two || JSON.stringify(one) === JSON.stringify(two);

/** Why numbers by `asked` are not what they would be had the handoffs been derived by its rules; null when they are. */
export function mixOf(versions: readonly Decided[], asked: Versioned): string | null {
  const applied = lastApplied(versions);
  const current = newest(versions);
  if (!current.applied) {
    return `Handoffs are being derived anew by the rules of version ${current.version}; until that is done, numbers may mix them with those of version ${applied.version}.`;
  }
  if (sameRules(asked.definition.rules, applied.definition.rules)) return null;
  return `Counted by version ${asked.version}, but the handoffs are derived by the rules of version ${current.version}, which differ. A preview of version ${asked.version} derives them by its own.`;
}
