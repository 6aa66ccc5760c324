import type { QueryClient } from '@tanstack/react-query';
import { BASE } from '../api/base.js';
import { answer, api } from '../api/client.js';

/** How pages look: the one thing that stays. */
const COLOURS = 'baton-color-scheme';

/** Ends the session, and forgets what it has shown even when the server does not answer: memory, storage, and the page itself. */
export async function signOut(client: QueryClient): Promise<void> {
  const colours = stored()?.getItem(COLOURS);
  await answer(api.DELETE('/api/session')).catch(() => undefined);
  client.clear();
  stored()?.clear();
  if (colours) stored()?.setItem(COLOURS, colours);
  // The router keeps where each page was scrolled to as it leaves; whoever goes back must not find the page itself.
  globalThis.addEventListener('pagehide', () => globalThis.sessionStorage.clear());
  globalThis.addEventListener('pageshow', ({ persisted }) => persisted && globalThis.location.reload());
  globalThis.location.replace(`${BASE}/`);
}

/** Null where the browser lets nothing be kept. */
function stored(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
