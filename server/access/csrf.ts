import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a change brings the token of its session. */
export const CSRF_HEADER = 'x-baton-token';

/** The token of a session, `csrfToken` in GET /api/session. It follows from the session's id, so it changes whenever that does. */
export const csrfTokenOf = (sessionId: string, sessionKey: Buffer): string =>
  createHmac('sha256', sessionKey).update(`csrf ${sessionId}`).digest('base64url');

/** Whether `given` is the token of the session. How much of a wrong one is right does not show in the time it takes. */
export function isCsrfToken(given: unknown, sessionId: string, sessionKey: Buffer): boolean {
  if (typeof given !== 'string') return false;
  const [wanted, said] = [csrfTokenOf(sessionId, sessionKey), given].map((token) => Buffer.from(token));
  return wanted !== undefined && said !== undefined && wanted.length === said.length && timingSafeEqual(wanted, said);
}
