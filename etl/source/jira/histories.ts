import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { JiraClient } from './client.js';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post */
const wireHistories = z.object({
  nextPageToken: z.string().nullish(),
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(z.unknown()) })).default([]),
});

const MOST_ISSUES = 1_000;
const MOST_FIELDS = 10;

export interface Histories {
  client: JiraClient;
  /** Issue ids. */
  ids: string[];
  /** Field ids whose changes are wanted. */
  fields: string[];
  signal: AbortSignal;
}

/** What changed in each issue, as Jira says it; an issue that is missing never changed. */
export async function historiesOf({ client, ids, fields, signal }: Histories): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  for (let start = 0; start < ids.length; start += MOST_ISSUES) {
    const body = { issueIdsOrKeys: ids.slice(start, start + MOST_ISSUES), fieldIds: fields.slice(0, MOST_FIELDS), maxResults: MOST_ISSUES };
    let token: string | null = null;
    do {
      const asked: unknown = { ...body, ...(token === null ? {} : { nextPageToken: token }) };
      const page: z.output<typeof wireHistories> = await client.post(wireHistories, '/changelog/bulkfetch', asked, signal);
      for (const { issueId, changeHistories } of page.issueChangeLogs)
        found.set(issueId, [...(found.get(issueId) ?? []), ...changeHistories]);
      const next: string | null = page.nextPageToken ?? null;
      if (next !== null && next === token)
        throw new SourceError('vendor', 'Jira names the same page of changelogs again and again. Read it again later.');
      token = next;
    } while (token !== null);
  }
  return found;
}
