import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { makeSignInToken } from '../../../server/access/sign-in/sign-in-link.js';

/** A session on a running server. */
export interface SignedInAt {
  at: string;
  headers: Record<string, string>;
}

/** Signs in by a one-time link, made in the database. */
export async function signInto(at: string, db: DataSource, workspaceId: string): Promise<SignedInAt> {
  const cookie = await sessionOf(at, await makeSignInToken(db, workspaceId, new Date()));
  const { csrfToken = '' } = (await (await fetch(`${at}/api/session`, { headers: { cookie } })).json()) as { csrfToken?: string };
  return { at, headers: { cookie, 'x-baton-token': csrfToken, origin: at } };
}

/** Asks for a change; answers the status, 0 when there was no answer. */
export const ask = ({ at, headers }: SignedInAt, path: string, body: object = {}): Promise<number> =>
  fetch(`${at}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  }).then(
    ({ status }) => status,
    () => 0,
  );

/** A server that is just starting, or has too much to do, is asked again for half a minute. */
async function sessionOf(at: string, token: string): Promise<string> {
  let status = 0;
  for (let i = 0; i < 30; i++) {
    const answer = await fetch(`${at}/sign-in?token=${token}`, { redirect: 'manual' }).catch(() => null);
    const cookie = answer?.headers.get('set-cookie')?.split(';')[0];
    if (cookie) return cookie;
    status = answer?.status ?? 0;
    await wait(1_000);
  }
  throw new Error(`nobody was signed in: ${status}`);
}
