import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { walkIssues } from './issue-walk.js';
import type { Jira } from './jira-stream.js';
import { within } from './jql.js';
import { mappedProjects, type Project } from './projects.js';

const wireId = z.object({ id: z.string().min(1) });
const wireIssues = z.object({ issues: z.array(wireId) });
const AT_ONCE = 100;
/** Numbers of deleted issues leave gaps in the keys of a project; so many empty requests in a row are taken for its end. */
const MOST_EMPTY = 5;

/** Ids of all issues that stand: those a search finds, and those of archived projects, which no search finds any more. */
export async function* standingIds(jira: Jira, signal: AbortSignal): AsyncIterable<string[]> {
  const { client, settings, now } = jira;
  // By the time of creation, which never moves: an issue that changes in between is not overlooked.
  const walk = { client, now, by: 'created' as const, from: null, fields: ['created'], pageSize: settings.pageSize, signal };
  for await (const { issues } of walkIssues({ ...walk, clauses: within(settings.mapping) }))
    yield issues.flatMap((issue) => wireId.safeParse(issue).data?.id ?? []);
  for (const project of await mappedProjects(jira, ['archived'], signal)) yield* archivedIds(jira, project, signal);
}

/** By the numbers of their keys. Throws when Jira shows fewer than it counts, because the rest would be taken for deleted. */
async function* archivedIds({ client }: Jira, project: Project, signal: AbortSignal): AsyncIterable<string[]> {
  const count = project.insight?.totalIssueCount ?? 0;
  let seen = 0;
  for (let first = 1, empty = 0; seen < count && empty < MOST_EMPTY; first += AT_ONCE) {
    const issueIdsOrKeys = Array.from({ length: AT_ONCE }, (_, n) => `${project.key}-${first + n}`);
    const { issues } = await client.post(wireIssues, '/issue/bulkfetch', { issueIdsOrKeys, fields: ['created'] }, signal);
    seen += issues.length;
    empty = issues.length === 0 ? empty + 1 : 0;
    yield issues.map(({ id }) => id);
  }
  if (seen >= count) return;
  throw new SourceError(
    'vendor',
    `Jira shows ${seen} of ${count} issues of the archived project ${project.key}: which of them were deleted cannot be told.`,
  );
}
