import { useEffect, useState } from 'react';

/** The token of a link: after '#', alone or as `token=`, or in the query. Null when the link was not copied whole. */
export function tokenOf({ hash, search }: Pick<Location, 'hash' | 'search'>): string | null {
  const after = hash.replace(/^#/, '');
  const token = new URLSearchParams(after).get('token') ?? (after.includes('=') ? null : after) ?? null;
  return token || new URLSearchParams(search).get('token') || null;
}

/** Reads the token of a link and takes it out of the address at once: it stays neither in the history nor where an address is copied. */
export function useLinkToken(): string | null {
  const [token] = useState(() => tokenOf(globalThis.location));
  useEffect(() => {
    globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname);
  }, []);
  return token;
}
