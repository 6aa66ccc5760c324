import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Jira } from './jira-stream.js';
import { jqlOf, within } from './jql.js';
import { mappedFields, namedFields } from './named-fields.js';
import type { JiraCredentials } from './settings.js';

/** Every permission is tried by the smallest question that needs it. Throws a SourceError that says which is missing. */
export async function testJira(jira: Jira, { kind }: JiraCredentials, signal: AbortSignal): Promise<void> {
  const { client, settings } = jira;
  const anything = z.unknown();
  await told(credentialsAt(kind, settings.baseUrl), () => client.get(z.object({ accountId: z.string() }), '/myself', {}, signal));
  await told('the global permission "Browse users and groups" (scope read:user:jira or read:jira-user)', () =>
    client.get(anything, '/users/search', { maxResults: 1 }, signal),
  );
  await told('the scope read:project:jira or read:jira-work', () => client.get(anything, '/project/search', { maxResults: 1 }, signal));
  const jql = jqlOf({ by: 'updated', from: null, clauses: within(settings.mapping) });
  await told('the permission "Browse projects" in the mapped projects, and that these exist', () =>
    client.post(anything, '/search/jql', { jql, maxResults: 1, fields: ['created'] }, signal),
  );
  await allFieldsExist(jira, signal);
}

const credentialsAt = (kind: JiraCredentials['kind'], baseUrl: string) =>
  kind === 'api token'
    ? `an API token without scopes for ${baseUrl} (a token with scopes must be entered as a scoped token, with the cloud id)`
    : 'the token, its scope read:jira-user and the cloud id';

/** Adds what was asked for to a refusal, so that a person knows what to grant. */
async function told(needs: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (cause) {
    if (!(cause instanceof SourceError) || cause.status === null || ![400, 401, 403, 404].includes(cause.status)) throw cause;
    throw new SourceError(cause.kind, `${cause.message} Needed here: ${needs}.`, { cause, status: cause.status });
  }
}

async function allFieldsExist({ client, settings }: Jira, signal: AbortSignal): Promise<void> {
  const { mapping } = settings;
  const names = Object.values(await namedFields(client, mapping, signal));
  const otherWays = [mapping.accountLabelPrefix, mapping.accountProperty, mapping.accountInProjectName].some((way) => way !== null);
  const missing = mappedFields(mapping).filter((name) => !names.includes(name) && !(name === mapping.accountField && otherWays));
  if (missing.length === 0) return;
  throw new SourceError('schema', `Jira has no field "${missing.join('", "')}". Choose another in the mapping, or create it.`);
}
