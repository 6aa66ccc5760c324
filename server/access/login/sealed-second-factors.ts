import type { DataSource } from 'typeorm';
import { atTheDoor, type Keyring, seal, sealedWith, unseal } from '../../../etl/warehouse/index.js';
import { secondFactorPlace } from './second-factor.js';

/** The secrets of one-time codes, each with how to seal it anew. */
export async function sealedSecondFactors(db: DataSource) {
  const rows = await atTheDoor(() =>
    db.query<{ id: string; sealed: string }[]>('select id, totp_sealed as sealed from login where totp_sealed is not null order by id'),
  );
  return rows.map(({ id, sealed }) => ({
    keyId: sealedWith(Buffer.from(sealed, 'base64')),
    async reseal(ring: Keyring): Promise<boolean> {
      const place = secondFactorPlace(id);
      const next = seal(unseal(Buffer.from(sealed, 'base64'), ring, place), ring, place).toString('base64');
      const [kept] = await atTheDoor(() =>
        db.query<[unknown[], number]>('update login set totp_sealed = $3 where id = $1 and totp_sealed = $2 returning id', [
          ...[id, sealed, next],
        ]),
      );
      return kept.length > 0;
    },
  }));
}
