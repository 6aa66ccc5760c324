import { PipelineStage } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { SourceError } from '../source-error.js';
import { askedFields } from './asked-fields.js';
import { describe } from './describe.js';
import type { Salesforce } from './org.js';
import { queried } from './query.js';
import { changedAt, flag, text, wireRecord } from './salesforce-record.js';

/** All opportunities share one list of stages; sales processes only choose from it. */
export const SALES = 'opportunity';

/** Few, without deletions that are told, and unknown to the Bulk API: read whole in every run. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitystage.htm */
export function stages({ client, settings }: Salesforce): Stream {
  const { wonStages } = settings.mapping;
  return {
    name: 'salesforce.stages',
    whole: true,
    async *pages(_from, signal) {
      const described = await describe(client, 'OpportunityStage', signal);
      if (described === null)
        throw new SourceError(
          'scope',
          'Salesforce: our user cannot see the stages of opportunities. Give the run-as user read access to Opportunity.',
        );
      const fields = ['MasterLabel', 'ApiName', 'IsWon', 'IsClosed'];
      const asked = askedFields({ sobject: 'OpportunityStage', fields, mapped: [], chosen: [], picklists: false }, described);
      for await (const records of queried({ client, sobject: 'OpportunityStage', asked, signal }, { orderBy: ['Id'] }))
        yield { records, position: null };
    },
    idOf: (payload) => wireRecord.pick({ Id: true }).safeParse(payload).data?.Id ?? null,
    read(payload) {
      const record = parsed(wireRecord, payload);
      const label = text(record, 'MasterLabel');
      // A stage that was renamed keeps its API name, and opportunities name that.
      const stage = text(record, 'ApiName') ?? label;
      if (stage === null) throw new Error('MasterLabel: the stage has no name');
      const won = wonStages === null ? flag(record, 'IsWon') : wonStages.includes(stage);
      const row = { externalId: record.Id, pipeline: SALES, stage, label: label ?? stage, won, closed: won || flag(record, 'IsClosed') };
      return {
        externalId: record.Id,
        changedAt: changedAt(record),
        deletedAt: null,
        url: null,
        rows: [{ table: PipelineStage, rows: [row] }],
      };
    },
  };
}
