import { z } from 'zod';
import type { SalesforceClient } from './client.js';
import { SalesforceError } from './salesforce-error.js';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
const wireDescribe = z.object({
  queryable: z.boolean().default(true),
  fields: z.array(
    z.object({
      name: z.string().min(1),
      type: z.string(),
      custom: z.boolean().default(false),
      /** A formula or a roll-up: it changes without the record being changed. */
      calculated: z.boolean().default(false),
    }),
  ),
});

export type Field = z.output<typeof wireDescribe>['fields'][number];

/** The fields of an object that our user may read; null when there is no such object for them. */
export async function describe(client: SalesforceClient, sobject: string, signal: AbortSignal): Promise<Map<string, Field> | null> {
  try {
    const described = await client.ask({ wire: wireDescribe, path: `/sobjects/${sobject}/describe`, signal });
    return described.queryable ? new Map(described.fields.map((field) => [field.name, field])) : null;
  } catch (error) {
    // Salesforce says the same of an object that is not there and of one that the user may not see.
    if (error instanceof SalesforceError && error.status === 404) return null;
    throw error;
  }
}
