import type { DataSource } from 'typeorm';
import type { SecretKey, Source as SourceRow } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import { sealCredentials } from './credentials.js';

export interface Keeper {
  /** Stores credentials that the vendor replaced, one call after the other. Throws when somebody else replaced them in the meantime. */
  keep(credentials: unknown): Promise<void>;
  /** As they are stored, to this run's knowledge. */
  sealed(): Buffer | null;
}

/**
 * Keeps the credentials of one run. Not even a run that lost its lease may drop a token that the vendor has already
 * exchanged, so what guards the row is not the lease but that it still holds what this run used.
 */
export function keeperOf(db: DataSource, { workspaceId, id, credentials }: SourceRow, secretKey: SecretKey): Keeper {
  let sealed = credentials;
  let turn: Promise<void> = Promise.resolve();
  const replace = async (given: unknown) => {
    crashPoint('before credentials');
    const next = sealCredentials(given, { key: secretKey, workspaceId, sourceId: id });
    const [kept]: [unknown[], number] = await db.query(
      `update source set credentials = $4 where workspace_id = $1 and id = $2 and credentials is not distinct from $3 returning id`,
      [workspaceId, id, sealed, next],
    );
    if (kept.length === 0)
      throw new Error(`The credentials of source ${id} were replaced while it was being read. The next run uses the new ones.`);
    sealed = next;
    crashPoint('after credentials');
  };
  return {
    keep(given) {
      const mine = turn.then(() => replace(given));
      turn = mine.catch(() => {});
      return mine;
    },
    sealed: () => sealed,
  };
}
