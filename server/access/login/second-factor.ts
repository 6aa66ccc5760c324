import { Secret, TOTP } from 'otpauth';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor, type Login, type SecretKey, seal, unseal } from '../../../etl/warehouse/index.js';

const STEP_SECONDS = 30;
/** 160 bits, as RFC 4226 section 4 recommends. */
const SECRET_BYTES = 20;

/** Where the secret of a login's one-time codes is sealed for: under another login it does not open. */
export const secondFactorPlace = (loginId: string) => ['login', loginId, 'second-factor'];

/** What an app makes codes of (RFC 6238: SHA-1, six digits, 30 s, which is what all apps can). */
const codesOf = (secret: Secret, email: string) =>
  new TOTP({ issuer: 'Baton', label: email, secret, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });

/** A new secret, sealed, and what an app reads. */
export function newSecondFactor({ id, email }: Login, key: SecretKey): { sealed: string; secret: string; uri: string } {
  const secret = new Secret({ size: SECRET_BYTES });
  const sealed = seal(secret.base32, key, secondFactorPlace(id)).toString('base64');
  return { sealed, secret: secret.base32, uri: codesOf(secret, email).toString() };
}

/** The step whose code it is, of this moment, the step before it or the one after; null when it is of none. */
export function stepOf(code: string, { id, email, totpSealed }: Login, { key, now }: { key: SecretKey; now: Date }): number | null {
  if (!/^\d{6}$/.test(code) || totpSealed === null) return null;
  const secret = Secret.fromBase32(String(unseal(Buffer.from(totpSealed, 'base64'), key, secondFactorPlace(id))));
  const timestamp = now.getTime();
  const delta = codesOf(secret, email).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

/** Takes a step. False when it, or a later one, was taken before: a code that somebody has seen being typed is worth nothing. */
export async function takeStep(db: DataSource | EntityManager, loginId: string, step: number): Promise<boolean> {
  const [, count] = await atTheDoor(() =>
    db.query<[unknown[], number]>(
      'update login set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)',
      [loginId, step],
    ),
  );
  return count > 0;
}
