import type { DataSource } from 'typeorm';
import { credentialsPlace } from '../../etl/sync/credentials.js';
import { type Keyring, seal, sealedWith, unseal, within } from '../../etl/warehouse/index.js';

/** The credentials of a workspace's sources, each with how to seal it anew. */
export async function sealedCredentials(db: DataSource, workspaceId: string) {
  const rows = await within(workspaceId, () =>
    db.query<{ id: string; sealed: Buffer }[]>(
      'select id, credentials as sealed from source where workspace_id = $1 and credentials is not null order by id',
      [workspaceId],
    ),
  );
  return rows.map(({ id, sealed }) => ({
    keyId: sealedWith(sealed),
    /** False when a run has replaced them in the meantime: those are sealed with the current key. */
    async reseal(ring: Keyring): Promise<boolean> {
      const place = credentialsPlace(workspaceId, id);
      const next = seal(unseal(sealed, ring, place), ring, place);
      const [kept] = await within(workspaceId, () =>
        db.query<[unknown[], number]>(
          'update source set credentials = $4 where workspace_id = $1 and id = $2 and credentials = $3 returning id',
          [workspaceId, id, sealed, next],
        ),
      );
      return kept.length > 0;
    },
  }));
}
