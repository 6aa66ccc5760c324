import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Changes part of the URL of the page one is on, without a new entry in the history and without moving the scroll. */
export function useChange<S extends object>(): (patch: Partial<S>) => void {
  const navigate = useNavigate();
  return useCallback(
    (patch) => void navigate({ to: '.', search: ((now: S) => ({ ...now, ...patch })) as never, replace: true, resetScroll: false }),
    [navigate],
  );
}
