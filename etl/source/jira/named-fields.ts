import { z } from 'zod';
import type { JiraClient } from './client.js';
import type { JiraMapping } from './settings.js';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get */
const wireFields = z.array(z.object({ id: z.string(), name: z.string() }));

/** Field id to the name by which the mapping calls it; a field that Jira does not have is left out. */
export type NamedFields = Record<string, string>;

export async function namedFields(client: JiraClient, mapping: JiraMapping, signal: AbortSignal): Promise<NamedFields> {
  const wanted = mappedFields(mapping);
  if (wanted.length === 0) return {};
  const fields = await client.get(wireFields, '/field', {}, signal);
  const ids = wanted.flatMap((name) => {
    const found = fields.find(({ id }) => id === name) ?? fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
    return found ? [[found.id, name]] : [];
  });
  return Object.fromEntries(ids) as NamedFields;
}

export const mappedFields = ({ accountField, dimensions, fieldMoments }: JiraMapping): string[] => [
  ...new Set([...(accountField === null ? [] : [accountField]), ...Object.values(dimensions), ...Object.keys(fieldMoments)]),
];
