import type { DataSource } from 'typeorm';
import { atTheDoor, type Keyring } from '../../etl/warehouse/index.js';
import { sealedHeads } from '../access/audit/sealed-heads.js';
import { sealedSecondFactors } from '../access/login/sealed-second-factors.js';
import { sealedErasureKeys } from '../erasure/sealed-erasure-keys.js';
import { sealedCredentials } from '../source/sealed-credentials.js';

/** Something sealed, where it stands. */
export interface SealedValue {
  /** Of the key that sealed it, hex. */
  keyId: string;
  /** Seals it with the current key, in a statement or transaction of its own. False when somebody else did in the meantime. */
  reseal(ring: Keyring): Promise<boolean>;
}

/** Everything that the secret key seals, by what it is. Whoever seals something new adds it here: a test looks for what was forgotten. */
export const SEALED: Readonly<Record<string, (db: DataSource) => Promise<SealedValue[]>>> = {
  'credentials of sources': ofEveryWorkspace(sealedCredentials),
  'keys of erasures': ofEveryWorkspace(sealedErasureKeys),
  'second factors': sealedSecondFactors,
  'ends of audit logs': sealedHeads,
};

function ofEveryWorkspace(read: (db: DataSource, workspaceId: string) => Promise<SealedValue[]>) {
  return async (db: DataSource): Promise<SealedValue[]> => {
    const workspaces = await atTheDoor(() => db.query<{ id: string }[]>('select id from workspace order by id'));
    const values: SealedValue[] = [];
    for (const { id } of workspaces) values.push(...(await read(db, id)));
    return values;
  };
}

/** How many values each key has sealed, by its id. */
export async function keysInUse(db: DataSource): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const read of Object.values(SEALED)) for (const { keyId } of await read(db)) counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
  return counts;
}
