import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useEnter } from '../use-enter.js';

/** Makes a secret; nothing is asked for at sign-in until a code of it has been confirmed. */
export function useBegin() {
  return useMutation({ mutationFn: (password: string) => answer(api.POST('/api/login/second-factor', { body: { password } })) });
}

/** Turns the second factor on, and gives the recovery codes, this once. The session is told of it when they have been put away. */
export function useConfirm() {
  return useMutation({ mutationFn: (code: string) => answer(api.PUT('/api/login/second-factor', { body: { code } })) });
}

export function useTurnOff() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (body: { password: string; code: string }) => answer(api.DELETE('/api/login/second-factor', { body })),
    onSuccess: () => enter(),
  });
}

/** New recovery codes; those from before are worth nothing then. */
export function useNewCodes() {
  return useMutation({
    mutationFn: (password: string) => answer(api.POST('/api/login/recovery-code', { body: { password } })),
  });
}
