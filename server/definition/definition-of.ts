import type { DataSource } from 'typeorm';
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
  const key = `${workspaceId} ${row.version} ${row.decidedAt.getTime()}`;
  const versioned = known.get(key) ?? { version: row.version, definition: completed(row.definition), decidedAt: row.decidedAt };
  known.set(key, versioned);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return versioned;
}

/** The newest version of a workspace's definition. */
export async function currentDefinition(db: DataSource, workspaceId: string): Promise<Versioned> {
  return (await definitionOf(db, workspaceId)) ?? BUILT_IN_VERSION;
}

/** What is stored is only what differs: the rest is as built in, by section. */
export function completed(stored: unknown): Definition {
  const given = definition.partial().parse(stored);
  return definition.parse({ ...BUILT_IN, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) });
}
