import type { DataSource } from 'typeorm';
import { completedRules } from '../../etl/handoff/rules.js';
import { BUILT_IN, BUILT_IN_VERSION, type Definition, definition, type Versioned } from './definition.js';

interface Row {
  version: number;
  definition: unknown;
  decidedAt: Date;
}

/** The same object for the same version, so that what is computed from it can be remembered by it. */
const known = new Map<string, Versioned>();

/** Versions that are kept parsed; the oldest read goes first. */
const MOST_KNOWN = 200;

/** The newest version of a workspace's definition, or the one asked for. Null when there is no such version. */
export async function definitionOf(db: DataSource, workspaceId: string, version?: number): Promise<Versioned | null> {
  if (version === 1) return BUILT_IN_VERSION;
  const [row] = await db.query<Row[]>(
    `select version, definition, decided_at as "decidedAt" from definition_version
     where workspace_id = $1 and ($2::integer is null or version = $2) order by version desc limit 1`,
    [workspaceId, version ?? null],
  );
  if (!row) return version === undefined ? BUILT_IN_VERSION : null;
  return versionedOf(workspaceId, row);
}

/** The newest version of a workspace's definition. */
export async function currentDefinition(db: DataSource, workspaceId: string): Promise<Versioned> {
  return (await definitionOf(db, workspaceId)) ?? BUILT_IN_VERSION;
}

/** A stored version as it is meant. Always the same object for the same version. */
export function versionedOf(workspaceId: string, { version, definition: stored, decidedAt }: Row): Versioned {
  const key = `${workspaceId} ${version} ${decidedAt.getTime()}`;
  const versioned = known.get(key) ?? { version, definition: completed(stored), decidedAt };
  known.set(key, versioned);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return versioned;
}

type Section = keyof Definition;

/** What is stored is only what differs, or was stored before there was a part of that name: the rest is as built in. */
export function completed(stored: unknown): Definition {
  const given = (stored ?? {}) as Partial<Record<Section, object>>;
  const over = (section: Exclude<Section, 'rules' | 'kpiTargets'>) => ({ ...BUILT_IN[section], ...given[section] });
  return definition.parse({
    ...given,
    targets: over('targets'),
    windows: over('windows'),
    kpiTargets: given.kpiTargets ?? BUILT_IN.kpiTargets,
    calendar: over('calendar'),
    health: over('health'),
    rules: completedRules(given.rules),
  });
}
