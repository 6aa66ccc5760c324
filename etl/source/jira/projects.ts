import { z } from 'zod';
import { AccountLink } from '../../warehouse/index.js';
import { keyIn, keyLink } from '../account-key.js';
import type { Query } from '../http.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { SourceError } from '../source-error.js';
import { wireInstant } from '../wire-instant.js';
import { browsePage, type Jira } from './jira-stream.js';
import type { JiraMapping } from './settings.js';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get */
const wireProject = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  name: z.string(),
  deletedDate: wireInstant.nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  insight: z.object({ totalIssueCount: z.number().nullish() }).nullish(),
});
const wireProjects = z.object({ values: z.array(z.unknown()), isLast: z.boolean().nullish(), total: z.number().nullish() });

export type Project = z.output<typeof wireProject>;
export type ProjectStatus = 'live' | 'archived' | 'deleted';

/** What Jira grants at most. */
const PAGE = 50;

/** Few, and without a time of change: read whole in every run, with those archived and those in the trash. */
export function projects(jira: Jira): Stream {
  const { mapping } = jira.settings;
  return {
    name: 'jira.projects',
    whole: true,
    async *pages(_from, signal) {
      for await (const records of projectPages(jira, ['live', 'archived', 'deleted'], signal)) yield { records, position: null };
    },
    idOf: (payload) => z.object({ id: z.string() }).safeParse(payload).data?.id ?? null,
    read(payload) {
      const project = parsed(wireProject, payload);
      const key = projectKey(project, mapping);
      const link = { externalId: `project:${project.id}`, key: key ?? '', is: mapping.accountKeyIs, name: project.name || null };
      return {
        externalId: project.id,
        changedAt: null,
        deletedAt: project.deletedDate ?? null,
        url: browsePage(jira, project.key),
        rows: [{ table: AccountLink, rows: key === null ? [] : [keyLink(link)] }],
      };
    },
  };
}

/** The account key that a project holds: its property, else what its name holds. Null when it holds none. */
export function projectKey({ name, properties }: Project, { accountProperty, accountInProjectName }: JiraMapping): string | null {
  const property = accountProperty === null ? undefined : properties?.[accountProperty];
  if (typeof property === 'string' || typeof property === 'number') return String(property).trim() || null;
  return keyIn(name, accountInProjectName);
}

/** The mapped projects in these states; one that is not as documented is left to the stream, which says why. */
export async function mappedProjects(jira: Jira, status: ProjectStatus[], signal: AbortSignal): Promise<Project[]> {
  const wanted = new Set(jira.settings.mapping.projects);
  const found: Project[] = [];
  for await (const page of projectPages(jira, status, signal)) {
    for (const payload of page) {
      const project = wireProject.safeParse(payload).data;
      if (project && (wanted.size === 0 || wanted.has(project.key) || wanted.has(project.id))) found.push(project);
    }
  }
  return found;
}

async function* projectPages({ client, settings }: Jira, status: ProjectStatus[], signal: AbortSignal): AsyncIterable<unknown[]> {
  const property = settings.mapping.accountProperty;
  const query: Query = { status, maxResults: PAGE, orderBy: 'key', expand: 'insight', properties: property === null ? null : [property] };
  for (let startAt = 0; ; ) {
    const page = await client.get(wireProjects, '/project/search', { ...query, startAt }, signal).catch(noneFound);
    yield page.values;
    startAt += page.values.length;
    if (page.values.length === 0 || page.isLast === true || (page.total != null && startAt >= page.total)) return;
  }
}

/** Jira documents a 404 for a search that finds no project. */
function noneFound(error: unknown): z.output<typeof wireProjects> {
  if (error instanceof SourceError && error.status === 404) return { values: [], isLast: true };
  throw error;
}
