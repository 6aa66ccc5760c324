import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';

const HOW_MANY = 10;
/** Douglas Crockford's base 32: no letter looks like a digit. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 24 letters of 5 bits are 120 bits: from 112 on a plain hash will do (OWASP ASVS 5.0, 6.5.2). */
const LENGTH = 24;

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** Without what people put between, and as digits what they took for letters. */
const plain = (code: string) => code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');

const newCode = () => Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');

/** Ten new ones in place of all there were, at the door and within `tx`. They are told here and never again. */
export async function makeRecoveryCodes(tx: EntityManager, loginId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.query('delete from recovery_code where login_id = $1', [loginId]);
  await tx.query('insert into recovery_code (login_id, code_hash) select $1, unnest($2::text[])', [loginId, codes.map(hashOf)]);
  return codes.map((code) => code.replaceAll(/.{4}(?=.)/g, '$&-'));
}

/** Uses one up; false when it is none of this login, or was used. */
export async function spendRecoveryCode(db: DataSource | EntityManager, { loginId, code }: { loginId: string; code: string }, now: Date) {
  const [, count] = await atTheDoor(() =>
    db.query<[unknown[], number]>('update recovery_code set used_at = $3 where login_id = $1 and code_hash = $2 and used_at is null', [
      loginId,
      hashOf(plain(code)),
      now,
    ]),
  );
  return count > 0;
}
