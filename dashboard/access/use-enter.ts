import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api } from '../api/client.js';
import type { Session } from '../api/shape.js';

/** Whose eyes a page is drawn for. */
const eyes = ({ login, workspaceId, role, sight }: Session): string => JSON.stringify([login?.email, workspaceId, role, sight]);

/** Reads who is signed in now. What was shown to somebody else is forgotten; the same person's is only asked again. */
export function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const before = client.getQueryData<Session>(['session']);
    const now = await answer(api.GET('/api/session'));
    client.setQueryData(['session'], now);
    const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'session' };
    if (before && eyes(before) === eyes(now)) await client.invalidateQueries(others);
    else await client.resetQueries(others);
  }, [client]);
}
