import { z } from 'zod';

const fields = z.record(z.string(), z.unknown());

export const sourceKinds = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        about: z.string(),
        byHand: z.boolean().describe('Read when somebody hands it over; not connected here'),
        settings: fields.describe('JSON Schema of its settings; `mapping` is a part of them'),
        credentials: fields.nullable().describe('JSON Schema of its credentials; null where there are none'),
      }),
    ),
  })
  .meta({ id: 'SourceKinds' });

const schedule = z.string().trim().min(9).max(100).nullable().describe('Cron in the time zone of the workspace; null: by hand');
const name = z.string().trim().min(1).max(100);

export const newSource = z
  .strictObject({
    kind: z.string().min(1).max(50),
    name: name.optional().describe('The name of its kind unless said'),
    settings: fields.default({}),
    credentials: z.unknown().describe('Write only: no answer ever holds them'),
    schedule: schedule.default('*/15 * * * *'),
  })
  .meta({ id: 'NewSource' });

export const sourceChange = z
  .strictObject({
    name: name.optional(),
    settings: fields.optional().describe('Without `mapping`, which has a route of its own'),
    credentials: z.unknown().optional().describe('Left out: those that are kept stay'),
    schedule: schedule.optional(),
  })
  .meta({ id: 'SourceChange' });

export const sourceSettings = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    settings: fields,
    schedule: z.string().nullable(),
    hasCredentials: z.boolean(),
    webhookUrl: z.string().nullable().describe('Where its vendor may send signed webhooks; null when it sends none that we take'),
  })
  .meta({ id: 'SourceSettings' });

export const tested = z.object({ ok: z.literal(true) }).meta({ id: 'SourceTested' });

export const forgotten = z
  .object({ records: z.int().min(0), changedHandoffs: z.int().min(0).describe('Handoffs that are different or gone by it') })
  .meta({ id: 'SourceForgotten' });

export type SourceKinds = z.infer<typeof sourceKinds>;
export type NewSource = z.infer<typeof newSource>;
export type SourceChange = z.infer<typeof sourceChange>;
export type SourceSettings = z.infer<typeof sourceSettings>;
