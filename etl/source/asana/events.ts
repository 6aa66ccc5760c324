import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { wireInstant } from '../wire-instant.js';
import type { AsanaClient } from './client.js';

/** https://developers.asana.com/reference/events : a refusal with status 412 brings a new token. */
const wireEvents = z.object({ sync: z.string().min(1), data: z.array(z.unknown()).nullish(), has_more: z.boolean().nullish() });

const wireEvent = z.object({
  action: z.string(),
  /** Superseded by the type in the resource, and told where that is not. */
  type: z.string().nullish(),
  resource: z.object({ gid: z.string(), resource_type: z.string().nullish() }),
  created_at: wireInstant.nullish(),
});

/** What the events of a project say of its tasks, beyond what their own time of change tells. */
export interface Happened {
  /** To be handed in the next time. */
  sync: string;
  /** Task to the moment of its deletion; null when Asana does not say when. */
  deleted: Map<string, Date | null>;
  /** Tasks and subtasks to which anything else happened: to come, to go and to come back does not move a task's time of change, and no list by that time names a subtask. */
  touched: Set<string>;
}

const MOST_PAGES = 1_000;

export interface EventQuestion {
  client: AsanaClient;
  /** Id of a project. */
  project: string;
  /** It lives 24 hours; what an expired one would have told is left to the sweep. Null begins. */
  sync: string | null;
  signal: AbortSignal;
}

export async function eventsSince({ client, project, sync, signal }: EventQuestion): Promise<Happened> {
  const happened: Happened = { sync: sync ?? '', deleted: new Map(), touched: new Set() };
  const fields = 'action,type,resource,parent,created_at';
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { resource: project, sync: happened.sync || null, opt_fields: fields };
    const answer = await client.getOr(wireEvents, { path: '/events', query, refusal: 412, signal });
    const stuck = answer.has_more === true && answer.sync === happened.sync;
    happened.sync = answer.sync;
    for (const event of answer.data ?? []) note(happened, event);
    if (answer.has_more !== true) return happened;
    if (stuck) break;
  }
  throw new SourceError('vendor', `Asana names the same events of project ${project} again and again. Read them again later.`);
}

function note({ deleted, touched }: Happened, payload: unknown): void {
  const event = wireEvent.safeParse(payload).data;
  if (event === undefined || (event.resource.resource_type ?? event.type) !== 'task') return;
  const { gid } = event.resource;
  if (event.action === 'deleted') {
    deleted.set(gid, event.created_at ?? null);
    touched.delete(gid);
  } else {
    if (event.action === 'undeleted') deleted.delete(gid);
    touched.add(gid);
  }
}
