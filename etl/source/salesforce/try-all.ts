import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { SALESFORCE_API_VERSION } from './client.js';
import { describe } from './describe.js';
import { chosenFields, type MappedObject } from './mapped-fields.js';
import type { Salesforce } from './org.js';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_versions.htm */
const wireVersions = z.array(z.object({ version: z.string() }));

const NEEDED = ['User', 'OpportunityStage', 'Account', 'Contact', 'Opportunity', 'OpportunityHistory', 'Task', 'Event'];
const MAPPED: MappedObject[] = ['Account', 'Opportunity', 'Case'];

/** The smallest questions that prove the credentials, the API version, every object that is needed and every field that was chosen. */
export async function tryAll({ client, settings }: Salesforce, signal: AbortSignal): Promise<void> {
  const versions = await client.ask({ wire: wireVersions, path: '/services/data/', signal });
  if (!versions.some(({ version }) => version === SALESFORCE_API_VERSION))
    throw new SourceError(
      'vendor',
      `Salesforce: this org does not know API version ${SALESFORCE_API_VERSION}. Its latest is ${versions.at(-1)?.version}.`,
    );
  const unseen: string[] = [];
  const lacking: string[] = [];
  for (const sobject of new Set([...NEEDED, ...MAPPED])) {
    const fields = await describe(client, sobject, signal);
    if (fields === null && NEEDED.includes(sobject)) unseen.push(sobject);
    const chosen = MAPPED.find((mapped) => mapped === sobject);
    if (chosen)
      lacking.push(
        ...chosenFields(settings.mapping, chosen)
          .filter((name) => !fields?.has(name))
          .map((name) => `${sobject}.${name}`),
      );
  }
  if (unseen.length > 0)
    throw new SourceError(
      'scope',
      `Salesforce: our user cannot see ${unseen.join(', ')}. Give the run-as user read access, "View All" where all records are to count.`,
    );
  if (lacking.length > 0)
    throw new SourceError(
      'schema',
      `Salesforce: the mapping names ${lacking.join(', ')}, which our user does not find. Add the fields, let the run-as user read them, or change the mapping.`,
    );
}
