import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Asana } from './asana-stream.js';
import { eventsSince } from './events.js';
import { mappedProjects } from './projects.js';

const wireWorkspaces = z.object({ data: z.array(z.object({ gid: z.string(), name: z.string().nullish() })) });

/** Every scope is tried by the smallest question that needs it. Throws a SourceError that says which is missing. */
export async function testAsana(asana: Asana, signal: AbortSignal): Promise<void> {
  const { client, settings } = asana;
  const { data } = await needing('workspaces:read', () =>
    client.get(wireWorkspaces, '/workspaces', { limit: 100, opt_fields: 'name' }, signal),
  );
  if (!data.some(({ gid }) => gid === settings.workspaceId)) throw notSeen(settings.workspaceId, data);
  const one = { workspace: settings.workspaceId, limit: 1 };
  await needing('users:read', () => client.get(z.unknown(), '/users', one, signal));
  const [project] = (await needing('projects:read', () => mappedProjects(asana, signal))).keys();
  if (project === undefined)
    throw new SourceError('schema', 'Asana: no project of the workspace fits the mapping, or none is shared with whoever owns the token.');
  await needing('tasks:read', () => client.get(z.unknown(), '/tasks', { project, limit: 1 }, signal));
  await needing('tasks:read and projects:read', () => eventsSince({ client, project, sync: null, signal }));
}

async function needing<Answer>(scope: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof SourceError) || cause.status !== 403) throw cause;
    throw new SourceError('scope', `${cause.message} Needed here: the scope ${scope}.`, { cause, status: cause.status });
  }
}

function notSeen(wanted: string, seen: { gid: string; name?: string | null | undefined }[]): SourceError {
  const others = seen.map(({ gid, name }) => `${name ?? 'without name'} (${gid})`).join(', ');
  return new SourceError('scope', `Asana: the token does not see workspace ${wanted}. It sees ${others || 'none'}.`);
}
