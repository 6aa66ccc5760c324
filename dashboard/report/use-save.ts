import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

export interface ReportDraft {
  name: string;
  recipients: string[];
  timeZone: string;
  schedule: string;
  active: boolean;
}

/** Saves a report; an id that does not exist yet makes a new one, so saving twice makes one. */
export function useSave(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportDraft) => answer(api.PUT('/api/report/{id}', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['report'] }),
  });
}
