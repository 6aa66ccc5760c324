import type { DataSource, EntityManager } from 'typeorm';
import { changedByHand } from '../../etl/warehouse/index.js';
import { BUILT_IN, type Definition } from './definition.js';
import { versionedOf } from './definition-of.js';
import { differencesOf } from './difference.js';
import { sameRules } from './versions.js';

/** What was edited is not the newest version any more. */
export class StaleDefinition extends Error {
  constructor(
    readonly edited: number,
    readonly newest: number,
  ) {
    super(`Version ${newest} has been decided since version ${edited} was opened. Open it, and decide again.`);
  }
}

/** What is decided is what holds already. */
export class NothingDecided extends Error {}

export interface Decision {
  definition: Definition;
  /** The version that was edited. */
  from: number;
  note: string;
  by: string | null;
  at: Date;
}

interface Previous {
  version: number;
  definition: Definition;
  appliedAt: Date | null;
  appliedThrough: string | null;
}

/**
 * Keeps a definition as the next version and answers its number. Where its rules differ from those before, all handoffs are to be
 * derived anew: that is noted in the same row, and `deriveHandoffs` does it. Throws StaleDefinition and NothingDecided.
 */
export async function saveDefinition(db: DataSource, workspaceId: string, decision: Decision): Promise<number> {
  return db.transaction(async (tx) => {
    const previous = await previousOf(tx, workspaceId);
    if (previous.version !== decision.from) throw new StaleDefinition(decision.from, previous.version);
    if (differencesOf(previous.definition, decision.definition).length === 0) {
      throw new NothingDecided(`That is what version ${previous.version} says: nothing would change.`);
    }
    return insert(tx, workspaceId, { decision, previous });
  });
}

async function previousOf(tx: EntityManager, workspaceId: string): Promise<Previous> {
  // Of two who decide at once the second waits, and is then told.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`decide the definition of ${workspaceId}`]);
  const [row] = await tx.query<(Omit<Previous, 'definition'> & { definition: unknown; decidedAt: Date })[]>(
    `select version, definition, decided_at as "decidedAt", applied_at as "appliedAt", applied_through as "appliedThrough"
    from definition_version where workspace_id = $1 order by version desc limit 1`,
    [workspaceId],
  );
  if (!row) return { version: 1, definition: BUILT_IN, appliedAt: new Date(0), appliedThrough: null };
  return { ...row, definition: versionedOf(workspaceId, row).definition };
}

async function insert(
  tx: EntityManager,
  workspaceId: string,
  { decision, previous }: { decision: Decision; previous: Previous },
): Promise<number> {
  const { definition, note, by, at } = decision;
  const goesOn = sameRules(definition.rules, previous.definition.rules);
  const version = previous.version + 1;
  await tx.query(
    `insert into definition_version (workspace_id, version, definition, note, decided_at, decided_by, applied_at, applied_through)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[workspaceId, version, JSON.stringify(differing(definition)), note, at, by],
      ...(goesOn ? [previous.appliedAt && at, previous.appliedThrough] : [null, null]),
    ],
  );
  await changedByHand(tx, workspaceId);
  return version;
}

/** The sections that are not as built in. */
function differing(definition: Definition): object {
  const sections = Object.entries(definition) as [keyof Definition, unknown][];
  return Object.fromEntries(sections.filter(([section, said]) => JSON.stringify(said) !== JSON.stringify(BUILT_IN[section])));
}
