import type { DataSource } from 'typeorm';
import { atTheDoor, type Keyring, seal, unseal } from '../../etl/warehouse/index.js';
import { shownId } from './keys.js';
import { keysInUse } from './sealed-values.js';

const WORD = 'Baton';
const placeOf = (keyId: string) => ['key', keyId];

/** Throws with the next step when the key is another than what is sealed in the database was sealed with. Notes a key that is new there. */
export async function checkKey(db: DataSource, ring: Keyring, now: Date): Promise<void> {
  const keyId = shownId(ring.current());
  const checks = await atTheDoor(() => db.query<{ keyId: string; sealed: Buffer }[]>('select key_id as "keyId", sealed from key_check'));
  const own = checks.find((check) => check.keyId === keyId);
  if (own) {
    if (unseal(own.sealed, ring, placeOf(keyId)) === WORD) return;
    throw new Error('What the database keeps to know the secret key by was changed. Restore the database from a backup.');
  }
  const known = checks.length > 0 ? checks.map((check) => check.keyId) : [...(await keysInUse(db)).keys()];
  const expected = known.some((id) => ring.find(Buffer.from(id, 'hex')) !== null);
  if (known.length > 0 && !expected) throw new Error(wrongKey(keyId, known));
  await noteKey(db, ring, now);
}

/** Keeps what the current key is known by. */
export async function noteKey(db: DataSource, ring: Keyring, now: Date): Promise<void> {
  const keyId = shownId(ring.current());
  await atTheDoor(() =>
    db.query('insert into key_check (key_id, sealed, first_used_at) values ($1, $2, $3) on conflict (key_id) do nothing', [
      keyId,
      seal(WORD, ring, placeOf(keyId)),
      now,
    ]),
  );
}

/** From now on a start with another key is refused. */
export async function forgetOtherKeys(db: DataSource, ring: Keyring): Promise<void> {
  await atTheDoor(() => db.query('delete from key_check where key_id <> $1', [shownId(ring.current())]));
}

const wrongKey = (keyId: string, known: readonly string[]) =>
  `The secret key (${keyId}) is not the one with which this database was sealed (${known.join(', ')}). Put that key back: as BATON_SECRET_KEY, or as the file secret-key of the data directory. A key that is being replaced goes into BATON_SECRET_KEY_OLD.`;
