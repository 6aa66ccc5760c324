import { z } from 'zod';
import { AccountLink, Event } from '../../warehouse/index.js';
import { keyIn, keyLink, MOST_TEXT } from '../account-key.js';
import { parsed } from '../parsed.js';
import type { FactRow, Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { type Asana, fieldText, gidOf, wireCustomFields } from './asana-stream.js';
import { paged } from './paged.js';
import type { AsanaMapping } from './settings.js';

/** https://developers.asana.com/reference/projects */
const wireProject = z.object({
  gid: z.string().min(1),
  name: z.string(),
  archived: z.boolean().default(false),
  completed: z.boolean().nullish(),
  completed_at: wireInstant.nullish(),
  owner: z.object({ gid: z.string() }).nullish(),
  modified_at: wireInstant.nullish(),
  permalink_url: z.string().nullish(),
  custom_fields: wireCustomFields,
});

export type Project = z.output<typeof wireProject>;

const FIELDS = 'name,archived,completed,completed_at,owner,modified_at,permalink_url,custom_fields.name,custom_fields.display_value';

/** Few, and without a filter by time: read whole in every run, with those archived. */
export function projects(asana: Asana): Stream {
  const { mapping } = asana.settings;
  return {
    name: 'asana.projects',
    whole: true,
    async *pages(_from, signal) {
      for await (const records of projectPages(asana, signal)) yield { records, position: null };
    },
    idOf: gidOf,
    read(payload) {
      const project = parsed(wireProject, payload);
      return {
        externalId: project.gid,
        // The time of change does not move with the custom fields of a project.
        changedAt: null,
        deletedAt: null,
        url: project.permalink_url ?? null,
        rows: [
          { table: AccountLink, rows: accountLink(project, mapping) },
          { table: Event, rows: completed(project, mapping) },
        ],
      };
    },
  };
}

/** The account key that a project holds: its custom field, else what its name holds. Null when it holds none. */
export const projectKey = ({ name, custom_fields }: Project, mapping: AsanaMapping): string | null =>
  fieldText(custom_fields, mapping.accountField) ?? keyIn(name, mapping.accountInProjectName);

/** Those that hold onboarding, by id; one that is not as documented is left to the stream, which says why. */
export async function mappedProjects(asana: Asana, signal: AbortSignal): Promise<Map<string, Project>> {
  const { projects: wanted, projectName } = asana.settings.mapping;
  const name = projectName === null ? null : new RegExp(projectName);
  const found = new Map<string, Project>();
  for await (const page of projectPages(asana, signal)) {
    for (const payload of page) {
      const project = wireProject.safeParse(payload).data;
      if (project === undefined || (wanted.length > 0 && !wanted.includes(project.gid))) continue;
      if (name === null || name.test(project.name.slice(0, MOST_TEXT))) found.set(project.gid, project);
    }
  }
  return found;
}

async function* projectPages({ client, settings }: Asana, signal: AbortSignal): AsyncIterable<unknown[]> {
  for (const archived of [false, true]) {
    const query = { workspace: settings.workspaceId, archived, opt_fields: FIELDS };
    yield* paged({ client, path: '/projects', query, pageSize: settings.pageSize, signal });
  }
}

function accountLink(project: Project, mapping: AsanaMapping): FactRow[] {
  const key = projectKey(project, mapping);
  if (key === null) return [];
  const pairs = Object.entries(mapping.dimensions).map(([dimension, field]) => [dimension, fieldText(project.custom_fields, field)]);
  const dimensions = Object.fromEntries(pairs.filter(([, value]) => value !== null)) as Record<string, string>;
  const link = keyLink({ externalId: `project:${project.gid}`, key, is: mapping.accountKeyIs, name: project.name || null, dimensions });
  return [{ ...link, csmExternalId: mapping.ownerIsCsm ? (project.owner?.gid ?? null) : null }];
}

function completed(project: Project, { projectCompleted: kind }: AsanaMapping): FactRow[] {
  if (kind === null || !project.completed || project.completed_at == null) return [];
  const accountExternalId = `project:${project.gid}`;
  return [{ externalId: `${accountExternalId}:completed`, kind, at: project.completed_at, title: project.name || null, accountExternalId }];
}
