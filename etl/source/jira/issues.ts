import { z } from 'zod';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { wireIssue } from './issue.js';
import { issueFacts } from './issue-facts.js';
import { issuePages, recentPages } from './issue-pages.js';
import { browsePage, type Jira } from './jira-stream.js';
import { jqlOf, within } from './jql.js';
import { standingIds } from './standing-ids.js';

const wireCount = z.object({ count: z.number() });

/** Every issue that the mapping calls onboarding, with its changelog and with what holds its account key. */
export function issues(jira: Jira): Stream {
  const { mapping } = jira.settings;
  return {
    name: 'jira.issues',
    pages: (from, signal) => issuePages(jira, from, signal),
    idOf: (payload) => z.object({ id: z.string() }).safeParse(payload).data?.id ?? null,
    sweep: { hours: 24, ids: (signal) => standingIds(jira, signal) },
    reread: { hours: 24, pages: (signal) => recentPages(jira, signal) },
    async standing(signal) {
      const jql = jqlOf({ by: 'created', from: null, clauses: within(mapping) }).replace(/ ORDER BY .*$/, '');
      return (await jira.client.post(wireCount, '/search/approximate-count', { jql }, signal)).count;
    },
    read(payload) {
      const issue = parsed(wireIssue, payload);
      return {
        externalId: issue.id,
        changedAt: issue.fields.updated,
        deletedAt: null,
        url: browsePage(jira, issue.key),
        rows: issueFacts(issue, mapping),
      };
    },
  };
}
