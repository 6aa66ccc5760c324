import { z } from 'zod';
import type { Gone, Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import { type Asana, gidOf } from './asana-stream.js';
import { eventsSince, type Happened } from './events.js';
import { type Gatherer, gathered, idsBelow, liesIn } from './gathered.js';
import { paged } from './paged.js';
import { mappedProjects, type Project, projectKey } from './projects.js';
import { TASK_FIELDS } from './task.js';

/**
 * Project by project. Asana answers in the order of the board, so the cursor moves when a project has been read to its end.
 * By project it holds: `since`, when its last whole reading began; `sync`, where its events stand; `key`, whether it held an account key.
 */
export async function* taskPages(asana: Asana, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const projects = await mappedProjects(asana, signal);
  const gatherer: Gatherer = { ...asana, projects, signal };
  let position = Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => projects.has(name.replace(/^\w+:/, ''))));
  for (const project of projects.values()) {
    const place = placeOf(position, project, asana);
    // What lies in an archived project rests; the slow pass looks after it.
    if (project.archived && place.since !== null) continue;
    const beganAt = asana.now().getTime();
    // Asked before the tasks: what happens while they are read is told the next time.
    const happened = await eventsSince({ client: asana.client, project: project.gid, sync: place.sync, signal });
    const read = new Set<string>();
    for await (const records of tasksOf(gatherer, project, place.since)) {
      if (place.sync !== null) for (const record of records) read.add(gidOf(record) ?? '');
      yield { records, position: null };
    }
    const { gid } = project;
    position = { ...position, [`since:${gid}`]: beganAt, [`sync:${gid}`]: happened.sync, [`key:${gid}`]: place.key };
    yield { ...(await named(gatherer, happened, read)), position };
  }
}

/** Everything again, subtasks and memberships too: neither moves the time of change of a task. */
export async function* allTasks(asana: Asana, signal: AbortSignal): AsyncIterable<Page> {
  const projects = await mappedProjects(asana, signal);
  for (const project of projects.values())
    for await (const records of tasksOf({ ...asana, projects, signal }, project, null)) yield { records, position: null };
}

export async function* standingIds(asana: Asana, signal: AbortSignal): AsyncIterable<string[]> {
  const projects = await mappedProjects(asana, signal);
  for (const { gid } of projects.values()) {
    const query = { project: gid, opt_fields: 'num_subtasks' };
    for await (const page of paged({ ...asana, path: '/tasks', query, pageSize: asana.settings.pageSize, signal }))
      yield idsBelow({ ...asana, projects, signal }, page, 1);
  }
}

interface Place {
  /** Milliseconds since 1970; null to read all. */
  since: number | null;
  sync: string | null;
  key: number;
}

/** A project whose account key came or went is read whole: its tasks belong elsewhere now, and none of them has changed. */
function placeOf(position: Position, project: Project, { settings }: Asana): Place {
  const key = projectKey(project, settings.mapping) === null ? 0 : 1;
  const [since, sync] = [position[`since:${project.gid}`], position[`sync:${project.gid}`]];
  const same = position[`key:${project.gid}`] === key;
  return { since: same && typeof since === 'number' ? since : null, sync: typeof sync === 'string' ? sync : null, key };
}

async function* tasksOf(gatherer: Gatherer, { gid }: Project, since: number | null): AsyncIterable<unknown[]> {
  const { client, settings, signal } = gatherer;
  const modified_since = since === null ? null : new Date(since - settings.lookbackSeconds * 1000).toISOString();
  const query = { project: gid, modified_since, opt_fields: TASK_FIELDS };
  for await (const page of paged({ client, path: '/tasks', query, pageSize: settings.pageSize, signal }))
    yield gathered(gatherer, page, { holder: null, level: 1 });
}

const wireOne = z.object({ data: z.unknown() });

/** What the events name and the list did not; a task that lies in none of the projects any more is gone for us. */
async function named(gatherer: Gatherer, { deleted, touched }: Happened, read: Set<string>): Promise<{ records: unknown[]; gone: Gone[] }> {
  // What the list named after it was deleted has come back.
  const gone = [...deleted].filter(([gid]) => !read.has(gid)).map(([externalId, at]): Gone => ({ externalId, at }));
  const records: unknown[] = [];
  const trees = new Set<string>();
  for (const gid of [...touched].filter((one) => !read.has(one) && !deleted.has(one))) {
    const task = await taskAt(gatherer, gid);
    const root = task === null ? null : await rootOf(gatherer, task);
    if (root === null || !liesIn(gatherer.projects, root)) gone.push({ externalId: gid, at: null });
    else if (!trees.has(gidOf(root) ?? '')) records.push(...(await gathered(gatherer, [root], { holder: null, level: 1 })));
    trees.add(gidOf(root) ?? '');
  }
  return { records, gone };
}

const wireParent = z.object({ parent: z.object({ gid: z.string() }) });

/** The task at the top, which lies in a project; null when it may not be seen. */
async function rootOf(gatherer: Gatherer, task: unknown): Promise<unknown> {
  const parent = wireParent.safeParse(task).data?.parent.gid;
  if (parent === undefined || liesIn(gatherer.projects, task)) return task;
  const above = await taskAt(gatherer, parent);
  return above === null ? null : rootOf(gatherer, above);
}

/** Null when it does not exist, or no longer for us. */
async function taskAt({ client, signal }: Gatherer, gid: string): Promise<unknown> {
  try {
    return (await client.get(wireOne, `/tasks/${gid}`, { opt_fields: TASK_FIELDS }, signal)).data;
  } catch (error) {
    if (error instanceof SourceError && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}
