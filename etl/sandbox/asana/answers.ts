import type { Moment } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { badOffset, badRequest, notFound, staleSync, tooLarge } from './error.js';
import { pick } from './pick.js';
import type { AsanaEvent, AsanaSpace, AsanaTask } from './space.js';
import { wireEvent, wireProject, wireStory, wireTask, wireUser } from './wire.js';

export interface Asked {
  request: Request;
  space: AsanaSpace;
  now: Moment;
  /** Of the stand-in, without a slash at the end. */
  url: string;
  /** Tokens of an earlier age are refused. */
  age: number;
  /** Events that are lost on the way, as Asana allows itself. */
  drops(event: AsanaEvent): boolean;
}

const MOST = 100;
const EVENTS = 100;
const OFFSET_MILLISECONDS = 15 * 60_000;
const SYNC_MILLISECONDS = 24 * 3_600_000;

export const listWorkspaces = (asked: Asked): Answer =>
  listed(asked, [{ gid: asked.space.gid, resource_type: 'workspace', name: asked.space.name }]);

export const listUsers = (asked: Asked): Answer => ofWorkspace(asked, asked.space.users.map(wireUser));

export function listProjects(asked: Asked): Answer {
  const archived = asked.request.query.get('archived');
  const found = asked.space.projects.filter((project) => archived === null || String(project.archived) === archived);
  return ofWorkspace(
    asked,
    found.map((project) => wireProject(project, asked.space)),
  );
}

function ofWorkspace(asked: Asked, records: Record<string, unknown>[]): Answer {
  const workspace = asked.request.query.get('workspace');
  if (workspace === null) return badRequest('You should specify one of workspace');
  return workspace === asked.space.gid ? listed(asked, records) : notFound(`workspace: ${workspace}`);
}

/** In the order of the board, whatever changed last. */
export function listTasks(asked: Asked): Answer {
  const { query } = asked.request;
  const project = query.get('project');
  if (project === null) return badRequest('You should specify one of project, section, tag, user_task_list, or assignee + workspace');
  if (!asked.space.projects.some(({ gid }) => gid === project)) return notFound(`project: ${project}`);
  const since = query.get('modified_since') === null ? 0 : Date.parse(query.get('modified_since') ?? '');
  if (Number.isNaN(since)) return badRequest('modified_since: Not a valid date');
  const found = asked.space.tasks.filter(({ projectGids, changedAt }) => projectGids.includes(project) && changedAt >= since);
  return listed(
    asked,
    found.map((task) => wireTask(task, asked.space)),
  );
}

const taskOf = ({ space, request }: Asked): AsanaTask | undefined => {
  const [, gid] = /\/tasks\/(\d+)/.exec(request.path) ?? [];
  return space.tasks.find((task) => task.gid === gid);
};

export function showTask(asked: Asked): Answer {
  const task = taskOf(asked);
  if (task === undefined) return notFound('task');
  return { status: 200, body: { data: pick(wireTask(task, asked.space), fieldsOf(asked.request)) } };
}

export function listSubtasks(asked: Asked): Answer {
  const task = taskOf(asked);
  if (task === undefined) return notFound('task');
  const found = asked.space.tasks.filter(({ parentGid }) => parentGid === task.gid);
  return listed(
    asked,
    found.map((one) => wireTask(one, asked.space)),
  );
}

export function listStories(asked: Asked): Answer {
  const task = taskOf(asked);
  return task === undefined ? notFound('task') : listed(asked, task.stories.map(wireStory));
}

/** Without a token, or with one that has ended, it is refused, and a token comes with the refusal. */
export function listEvents({ request, space, now, age, drops }: Asked): Answer {
  const project = request.query.get('resource');
  if (!space.projects.some(({ gid }) => gid === project)) return notFound('resource');
  const token = (start: number, at: number) => sealed(['events', start, at, age]);
  const [kind, start, at, given] = opened(request.query.get('sync'));
  if (kind !== 'events' || given !== age || now - Number(at) >= SYNC_MILLISECONDS) return staleSync(token(space.events.length, now));
  const ours = space.events
    .map((event, index) => ({ event, index }))
    .filter(({ event, index }) => index >= Number(start) && event.projectGid === project);
  const page = ours.slice(0, EVENTS);
  const more = ours.length > EVENTS;
  const next = more ? (page.at(-1)?.index ?? 0) + 1 : space.events.length;
  const data = page.filter(({ event }) => !drops(event)).map(({ event }) => pick(wireEvent(event), fieldsOf(request)));
  return { status: 200, body: { data, sync: token(next, now), has_more: more } };
}

/** Cut into pages by an offset that is bound to the question and ends after a while. */
function listed({ request, now, url, age }: Asked, records: Record<string, unknown>[]): Answer {
  const limit = request.query.get('limit');
  const size = Number(limit ?? MOST);
  if (!Number.isInteger(size) || size < 1 || size > MOST) return badRequest('limit: Must be between 1 and 100');
  if (limit === null && records.length > MOST) return tooLarge();
  const question = `${request.path}?${[...request.query].filter(([name]) => name !== 'offset').join('&')}`;
  const offset = request.query.get('offset');
  const [of, start, at, given] = offset === null ? [question, 0, now, age] : opened(offset);
  if (of !== question || given !== age || now - Number(at) >= OFFSET_MILLISECONDS) return badOffset();
  const page = records.slice(Number(start), Number(start) + size);
  const next = Number(start) + size;
  const token = sealed([question, next, now, age]);
  const path = `${request.path}?limit=${size}&offset=${token}`;
  const next_page = next < records.length ? { offset: token, path, uri: `${url}${path}` } : null;
  const data = page.map((record) => pick(record, fieldsOf(request)));
  return { status: 200, body: limit === null ? { data } : { data, next_page } };
}

type Sealed = [of: string, start: number, at: number, age: number];

const sealed = (parts: Sealed): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

function opened(token: string | null): Sealed | [] {
  try {
    return JSON.parse(Buffer.from(token ?? '', 'base64url').toString()) as Sealed;
  } catch {
    return [];
  }
}

const fieldsOf = (request: Request): string[] => (request.query.get('opt_fields') ?? '').split(',').filter(Boolean);
