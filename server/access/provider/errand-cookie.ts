import { z } from 'zod';
import { type SecretKey, seal, unseal } from '../../../etl/warehouse/index.js';

/** Milliseconds in which somebody has to come back from the provider. */
export const ERRAND_LIFE = 15 * 60_000;

const PLACE = ['browser', 'provider'];

const errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  at: z.number(),
  /** Where to go afterwards: a path of ours. */
  to: z.string(),
  /** The login that asked to be linked, and the session in which it did; null for signing in. */
  link: z.object({ loginId: z.string(), session: z.string() }).nullable(),
});

/** What a browser takes along, sealed: it binds the answer to the browser that asked, without a session for every stranger. */
export type KeptErrand = z.infer<typeof errand>;

export const keepErrand = (kept: KeptErrand, key: SecretKey): string => seal(kept, key, PLACE).toString('base64url');

/** Null when there is none, it was made up or is too old. */
export function readErrand(cookie: string | undefined, { key, now }: { key: SecretKey; now: Date }): KeptErrand | null {
  if (!cookie) return null;
  try {
    const kept = errand.parse(unseal(Buffer.from(cookie, 'base64url'), key, PLACE));
    return now.getTime() - kept.at <= ERRAND_LIFE ? kept : null;
  } catch {
    return null;
  }
}

/** A path within the dashboard; anything that could lead elsewhere becomes the first page. */
export function pathWithin(to: string): string {
  return /^[/](?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
