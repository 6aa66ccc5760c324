import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const DAYS = 180;

/** How long a browser is known after a sign-in, in milliseconds. */
export const DEVICE_LIFE = DAYS * 86_400_000;

/**
 * What a browser keeps of an account that has signed in with it: neither a session nor a factor, it only counts its guesses apart
 * (`Guesses`). Made for one e-mail; for another it is worth nothing.
 */
export function makeDevice(email: string, key: Buffer, now: Date): string {
  const body = `${randomBytes(16).toString('base64url')}.${now.getTime() + DEVICE_LIFE}`;
  return `${body}.${signature(body, email, key)}`;
}

export function isDevice(given: string | undefined, { email, key, now }: { email: string; key: Buffer; now: Date }): boolean {
  const [, body, expiresAt, signed] = /^([\w-]{22}[.](\d{13,15}))[.]([\w-]{43})$/.exec(given ?? '') ?? [];
  if (!body || !signed || Number(expiresAt) <= now.getTime()) return false;
  return timingSafeEqual(Buffer.from(signature(body, email, key)), Buffer.from(signed));
}

const signature = (body: string, email: string, key: Buffer) =>
  createHmac('sha256', key).update(`device ${email} ${body}`).digest('base64url');
