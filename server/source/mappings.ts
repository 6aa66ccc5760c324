import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import type { SourceKind } from '../../etl/source/source-kind.js';
import { type Remapping, remap } from '../../etl/sync/remap.js';
import { MappingVersion, Source } from '../../etl/warehouse/index.js';

interface Of {
  workspaceId: string;
  sourceId: string;
}

/** The part of a kind's settings that is its mapping; null where it has none. */
export function mappingSchemaOf({ settings }: SourceKind): z.ZodType | null {
  return settings instanceof z.ZodObject && 'mapping' in settings.shape ? (settings.shape.mapping as z.ZodType) : null;
}

/** The newest first. */
export const mappingVersions = (db: DataSource, { workspaceId, sourceId }: Of): Promise<MappingVersion[]> =>
  db.getRepository(MappingVersion).find({ where: { workspaceId, sourceId }, order: { version: 'desc' } });

/**
 * Keeps a mapping as the next version, not yet applied, and answers its number. What is read again at times is due at once: a
 * field that nothing asked for before is in no stored record.
 */
export async function saveMapping(
  db: DataSource,
  { workspaceId, sourceId }: Of,
  { mapping, at }: { mapping: unknown; at: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query('select 1 from source where workspace_id = $1 and id = $2 for update', [workspaceId, sourceId]);
    const [{ version }] = await tx.query<[{ version: number }]>(
      `select coalesce(max(version), 0) + 1 as version from mapping_version where workspace_id = $1 and source_id = $2`,
      [workspaceId, sourceId],
    );
    const json = JSON.stringify(mapping);
    await tx.query(`insert into mapping_version (workspace_id, source_id, version, mapping, saved_at) values ($1, $2, $3, $4, $5)`, [
      workspaceId,
      sourceId,
      version,
      json,
      at,
    ]);
    await tx.query(
      `update source set settings = settings || jsonb_build_object('mapping', $3::jsonb), paused_reason = null where workspace_id = $1 and id = $2`,
      [workspaceId, sourceId, json],
    );
    await tx.query(`update cursor set reread_at = null where workspace_id = $1 and source_id = $2`, [workspaceId, sourceId]);
    return version;
  });
}

/** Reads the stored records by the newest mapping, where that is still to be done, and derives. Throws RunInProgress while the source is being read. */
export async function applyMapping(db: DataSource, wanted: Omit<Remapping, 'settings'> & { now: () => Date }): Promise<void> {
  const { workspaceId, sourceId, now } = wanted;
  const [newest] = await mappingVersions(db, wanted);
  if (!newest || newest.appliedAt) return;
  const { settings } = await db.getRepository(Source).findOneByOrFail({ workspaceId, id: sourceId });
  await remap(db, { ...wanted, settings });
  await deriveHandoffs(db, workspaceId, { at: now(), cause: { kind: 'mapping' } });
  await db.query(
    `update mapping_version set applied_at = $4 where workspace_id = $1 and source_id = $2 and version <= $3 and applied_at is null`,
    [workspaceId, sourceId, newest.version, now()],
  );
}

/** Ids of the sources whose newest mapping has not been applied. */
export async function unappliedMappings(db: DataSource, workspaceId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select source_id as id from mapping_version where workspace_id = $1 and applied_at is null group by source_id order by source_id`,
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}
