import { userInfo } from 'node:os';
import type { Deed } from './audit.js';

/** Characters of one text that is written down, and texts of one list: a stranger says how long an e-mail address is. */
const LONGEST = 300;
const MOST = 50;

/** A text as Postgres can keep it. */
export const storableText = (text: string): string => text.slice(0, LONGEST).replaceAll(/[\0\p{Surrogate}]/gu, '\uFFFD');

/** The detail of a deed as it is kept. */
export function storableDetail(detail: Deed['detail'] = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, storable(value)]));
}

function storable(value: string | number | boolean | null | readonly string[]): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return Array.isArray(value) ? value.slice(0, MOST).map(storableText) : value;
}

/** Who did it, as it is kept: the name stays when the login is gone. */
export function storableActor(actor: Deed['actor']): Record<string, string> {
  if (actor === null) return { kind: 'stranger' };
  if (actor === 'Baton') return { kind: 'baton' };
  if (actor === 'shell') return { kind: 'shell', name: storableText(userInfo().username) };
  const { by, login, token } = actor;
  return {
    kind: by,
    ...(login && { loginId: login.id, email: storableText(login.email), name: storableText(login.name) }),
    ...(token && { tokenPrefix: token.prefix }),
  };
}
