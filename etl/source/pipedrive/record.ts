import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import type { PipedriveClient } from './client.js';
import type { PipedriveSettings } from './settings.js';

/** A connected company, as its streams read it. */
export interface Pipedrive {
  client: PipedriveClient;
  settings: PipedriveSettings;
  now: () => Date;
}

/** What every record of the second API has. */
export const wireRecord = z.looseObject({
  id: z.int().positive(),
  add_time: wireInstant.nullish(),
  update_time: wireInstant.nullish(),
  is_deleted: z.boolean().nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  /** Joined by us: the values of `custom_fields` that are set, under the names people see. */
  named_fields: z.record(z.string(), z.unknown()).default({}),
});

export type WireRecord = z.output<typeof wireRecord>;

const wireId = z.object({ id: z.number() });
export const idOf = (payload: unknown): string | null => {
  const { data } = wireId.safeParse(payload);
  return data ? String(data.id) : null;
};
