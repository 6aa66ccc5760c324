import type { DataSource } from 'typeorm';
import { erasureKeyPlace, type Keyring, seal, sealedWith, unseal, within } from '../../etl/warehouse/index.js';

/** The key by which a workspace knows whom it has erased, with how to seal it anew. */
export async function sealedErasureKeys(db: DataSource, workspaceId: string) {
  const rows = await within(workspaceId, () =>
    db.query<{ sealed: Buffer }[]>('select sealed from erasure_key where workspace_id = $1', [workspaceId]),
  );
  return rows.map(({ sealed }) => ({
    keyId: sealedWith(sealed),
    async reseal(ring: Keyring): Promise<boolean> {
      const place = erasureKeyPlace(workspaceId);
      const next = seal(unseal(sealed, ring, place), ring, place);
      const [kept] = await within(workspaceId, () =>
        db.query<[unknown[], number]>('update erasure_key set sealed = $3 where workspace_id = $1 and sealed = $2 returning workspace_id', [
          workspaceId,
          sealed,
          next,
        ]),
      );
      return kept.length > 0;
    },
  }));
}
