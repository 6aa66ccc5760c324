import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BASE } from '../../api/base.js';
import { answer, api } from '../../api/client.js';
import { useEnter } from '../use-enter.js';

/** The first login of who came with a link. The session becomes that of the login. */
export function useFirstLogin() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (body: { name: string; email: string; password: string }) => answer(api.POST('/api/login', { body })),
    onSuccess: () => enter(),
  });
}

export function useRename() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (name: string) => answer(api.PATCH('/api/login', { body: { name } })),
    onSuccess: () => enter(),
  });
}

/** Ends every other session of the login. */
export function useNewPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; new: string }) => answer(api.PUT('/api/login/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  });
}

/** Deletes one's login and what is known of one, in every workspace. */
export function useDeleteLogin() {
  return useMutation({
    mutationFn: (password: string) => answer(api.DELETE('/api/login', { body: { password } })),
    onSuccess: () => globalThis.location.assign(`${BASE}/`),
  });
}

/** Signs in with the password only from then on; every other session ends. */
export function useUnlinkProvider() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (password: string) => answer(api.DELETE('/api/login/identity', { body: { password } })),
    onSuccess: () => enter(),
  });
}

/** Leaves for the provider, which says who one is there; the two belong together then. */
export function useLinkProvider() {
  return useMutation({
    mutationFn: (password: string) => answer(api.POST('/api/login/identity', { body: { password } })),
    onSuccess: ({ location }) => globalThis.location.assign(location),
  });
}
