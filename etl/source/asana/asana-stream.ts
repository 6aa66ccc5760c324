import { z } from 'zod';
import type { AsanaClient } from './client.js';
import type { AsanaSettings } from './settings.js';

/** What streams of one workspace share. */
export interface Asana {
  client: AsanaClient;
  settings: AsanaSettings;
  now: () => Date;
}

const withGid = z.object({ gid: z.string().min(1) });

export const gidOf = (payload: unknown): string | null => withGid.safeParse(payload).data?.gid ?? null;

/** https://developers.asana.com/reference/custom-fields */
export const wireCustomFields = z
  .array(z.object({ gid: z.string(), name: z.string().nullish(), display_value: z.string().nullish() }))
  .nullish();

type CustomFields = z.output<typeof wireCustomFields>;

/** The value that a person sees in a custom field; null when it is unset or there is no such field. */
export function fieldText(fields: CustomFields, name: string | null): string | null {
  const found = fields?.find((field) => field.gid === name || field.name === name);
  return found?.display_value?.trim() || null;
}
