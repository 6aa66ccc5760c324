import { z } from 'zod';
import { PipelineStage } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Stream } from '../source.js';
import { cursorPages } from './cursor-pages.js';
import { idOf, type Pipedrive } from './record.js';

/** https://developers.pipedrive.com/docs/api/v1/Pipelines and .../Stages ; `stages` is joined by us. */
const wireStage = z.object({ id: z.int(), name: z.string(), pipeline_id: z.int(), is_deleted: z.boolean().nullish() });
const wirePipeline = z.object({ id: z.int().positive(), name: z.string(), stages: z.array(wireStage) });

/** Pipedrive's stages are all open: won and lost are a status beside them. They are given as stages of every pipeline. */
export const WON = 'won';
export const LOST = 'lost';

/** Few, and without a filter by time: read whole in every run. */
export function pipelines(pipedrive: Pipedrive): Stream {
  return {
    name: 'pipedrive.pipelines',
    whole: true,
    async *pages(_from, signal) {
      const stages = await all(pipedrive, '/api/v2/stages', signal);
      const found = await all(pipedrive, '/api/v2/pipelines', signal);
      const records = found.map((one) => ({ ...(one as object), stages: stages.filter((stage) => pipelineOf(stage) === idOf(one)) }));
      yield { records, position: null, expected: records.length };
    },
    idOf,
    read(payload) {
      const { id, stages } = parsed(wirePipeline, payload);
      const pipeline = String(id);
      const row = (stage: string, label: string, [won, closed]: [boolean, boolean]): FactRow => ({
        externalId: `${pipeline}:${stage}`,
        pipeline,
        stage,
        label,
        won,
        closed,
      });
      const open = stages.map((stage) => row(String(stage.id), stage.name, [false, false]));
      const rows = [...open, row(WON, 'Won', [true, true]), row(LOST, 'Lost', [false, true])];
      return { externalId: pipeline, changedAt: null, deletedAt: null, url: null, rows: [{ table: PipelineStage, rows }] };
    },
  };
}

const pipelineOf = (stage: unknown) => String((stage as { pipeline_id?: unknown }).pipeline_id);

async function all({ client, settings }: Pipedrive, path: string, signal: AbortSignal): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const page of cursorPages(client, { path, query: { limit: settings.pageSize }, signal })) records.push(...page);
  return records;
}
