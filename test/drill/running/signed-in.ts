import type { DataSource } from 'typeorm';
import { makeSignInToken } from '../../../server/access/sign-in/sign-in-link.js';

/** A session on a running server. */
export interface SignedInAt {
  at: string;
  headers: Record<string, string>;
}

/** Signs in by a one-time link, made in the database. */
export async function signInto(at: string, db: DataSource, workspaceId: string): Promise<SignedInAt> {
  const token = await makeSignInToken(db, workspaceId, new Date());
  const answer = await fetch(`${at}/sign-in?token=${token}`, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`nobody was signed in: ${answer.status}`);
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
