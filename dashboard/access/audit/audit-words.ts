import type { AuditEntry } from '../../api/shape.js';

/** Verbs and nouns whose plain form the name of an action does not give. */
const SAID: Readonly<Record<string, string>> = {
  'sign-in.succeeded': 'signed in',
  'sign-in.failed': 'failed to sign in',
  'sign-in.throttled': 'tried to sign in too often',
  'sign-out': 'signed out',
  'access.denied': 'was refused',
  'deed.broken-off': 'began what nobody saw end',
  'link.made': 'sign-in link made',
  'password.reset-asked': 'link for a new password made',
};

/** 'source.connected' as 'source connected'. */
export const actionWords = (action: string): string => SAID[action] ?? action.replace('.', ' ').replaceAll('-', ' ');

const KINDS: Readonly<Record<string, string>> = {
  baton: 'Baton itself',
  stranger: 'a stranger',
  link: 'a link from the server',
};

/** Who, as far as it was known. */
export function actorWords({ kind, name, email, tokenPrefix }: AuditEntry['actor']): string {
  if (kind === 'shell') return `a command on the server${name ? ` (${name})` : ''}`;
  const who = name && email ? `${name} (${email})` : (name ?? email ?? KINDS[kind] ?? kind);
  return tokenPrefix ? `${who}, with token ${tokenPrefix}…` : who;
}

/** 'role: csm, sees: mine'; null when there is nothing more to say. */
export function detailWords(detail: Readonly<Record<string, unknown>>): string | null {
  const said = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined && String(value) !== '');
  if (said.length === 0) return null;
  return said.map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join(' · ');
}
