import { z } from 'zod';
import { PipelineStage } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { HUBSPOT_API_VERSION } from './client.js';
import type { Hubspot } from './reading.js';

/** https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/guide : the metadata are strings. */
const wirePipeline = z.object({
  id: z.string().min(1),
  label: z.string(),
  stages: z.array(
    z.object({
      id: z.string().min(1),
      label: z.string(),
      metadata: z.object({ isClosed: z.coerce.string().default('false'), probability: z.coerce.number().default(0) }),
    }),
  ),
});
const wirePipelines = z.object({ results: z.array(z.unknown()) });

/** Few, and without a time of change: read whole in every run. */
export function pipelines({ client }: Hubspot): Stream {
  return {
    name: 'hubspot.pipelines',
    async *pages(_from, signal) {
      const { results } = await client.get(wirePipelines, `/crm/pipelines/${HUBSPOT_API_VERSION}/deals`, {}, signal);
      yield { records: results, position: null, expected: results.length };
    },
    idOf: (payload) => z.object({ id: z.string() }).safeParse(payload).data?.id ?? null,
    read(payload) {
      const pipeline = parsed(wirePipeline, payload);
      const rows = pipeline.stages.map(({ id, label, metadata }) => {
        const closed = metadata.isClosed === 'true';
        const won = closed && metadata.probability === 1;
        return { externalId: `${pipeline.id}:${id}`, pipeline: pipeline.id, stage: id, label, won, closed };
      });
      return { externalId: pipeline.id, changedAt: null, deletedAt: null, url: null, rows: [{ table: PipelineStage, rows }] };
    },
  };
}
