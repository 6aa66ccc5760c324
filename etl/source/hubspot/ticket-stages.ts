import { z } from 'zod';
import { HUBSPOT_API_VERSION } from './client.js';
import type { Reading } from './reading.js';

/** https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/guide : the metadata are strings. */
const wirePipelines = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      stages: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          metadata: z.object({ ticketState: z.string().optional(), isClosed: z.coerce.string().optional() }).default({}),
        }),
      ),
    }),
  ),
});
const wireTicket = z.looseObject({
  properties: z.looseObject({ hs_pipeline: z.string().nullish(), hs_pipeline_stage: z.string().nullish() }),
});

/** Puts into each ticket what its stage is called and whether it closes the ticket: a ticket itself holds but the stage's id. */
export async function withStages({ client, signal }: Reading, records: unknown[]): Promise<unknown[]> {
  if (records.length === 0) return records;
  const { results } = await client.get(wirePipelines, `/crm/pipelines/${HUBSPOT_API_VERSION}/tickets`, {}, signal);
  const stages = new Map(
    results.flatMap((pipeline) =>
      pipeline.stages.map(({ id, label, metadata }) => [
        `${pipeline.id}:${id}`,
        { label, closed: metadata.ticketState === 'CLOSED' || metadata.isClosed === 'true' },
      ]),
    ),
  );
  return records.map((record) => {
    const { success, data } = wireTicket.safeParse(record);
    const stage = success ? stages.get(`${data.properties.hs_pipeline}:${data.properties.hs_pipeline_stage}`) : undefined;
    return stage ? { ...data, stage } : record;
  });
}
