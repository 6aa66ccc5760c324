import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import { wireNamedChange } from './changelog.js';
import { wireRecord } from './record.js';

/** https://developers.pipedrive.com/docs/api/v1/Deals ; `changes` is joined by us. */
export const wireDeal = wireRecord.extend({
  title: z.string().nullish(),
  status: z.enum(['open', 'won', 'lost', 'deleted']),
  owner_id: z.int().nullish(),
  org_id: z.int().nullish(),
  pipeline_id: z.int(),
  stage_id: z.int(),
  value: z.number().nullish(),
  currency: z.string().nullish(),
  arr: z.number().nullish(),
  won_time: wireInstant.nullish(),
  lost_time: wireInstant.nullish(),
  close_time: wireInstant.nullish(),
  changes: z.array(wireNamedChange).default([]),
});

export type WireDeal = z.output<typeof wireDeal>;
