import { z } from 'zod';
import { type Asana, fieldText, gidOf, wireCustomFields } from './asana-stream.js';
import { paged } from './paged.js';
import { type Project, projectKey } from './projects.js';
import type { AsanaMapping } from './settings.js';
import { STORY_FIELDS, TASK_FIELDS } from './task.js';

/** As much of a task as is needed to gather what belongs to it. */
const wireGathering = z.looseObject({
  gid: z.string(),
  name: z.string().nullish(),
  num_subtasks: z.number().nullish(),
  memberships: z.array(z.object({ project: z.object({ gid: z.string() }).nullish() })).nullish(),
  custom_fields: wireCustomFields,
});

type Gathering = z.output<typeof wireGathering>;

/** Subtasks of subtasks; Asana allows five levels. */
const MOST_LEVELS = 5;

export interface Gatherer extends Asana {
  /** Those that hold onboarding, by id. */
  projects: Map<string, Project>;
  signal: AbortSignal;
}

/** The tasks with all below them, each with its history where the mapping asks for it and with what holds its account key. */
export async function gathered(gatherer: Gatherer, tasks: unknown[], below: { holder: string | null; level: number }): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const payload of tasks) {
    const task = wireGathering.safeParse(payload).data;
    if (task === undefined) {
      found.push(payload);
      continue;
    }
    const holder = holderOf(gatherer, task) ?? below.holder;
    found.push({ ...(payload as object), ...(await withStories(gatherer, task)), account_holder: holder });
    if (!gatherer.settings.subtasks || !task.num_subtasks || below.level >= MOST_LEVELS) continue;
    const path = `/tasks/${task.gid}/subtasks`;
    for await (const page of list(gatherer, path, TASK_FIELDS))
      found.push(...(await gathered(gatherer, page, { holder, level: below.level + 1 })));
  }
  return found;
}

/** A task that lies in several projects belongs to the one with the least id of those that hold an account key. */
function holderOf({ projects, settings }: Gatherer, task: Gathering): string | null {
  if (fieldText(task.custom_fields, settings.mapping.accountField) !== null) return `task:${task.gid}`;
  const keyed = projectsOf(task).filter((gid) => {
    const project = projects.get(gid);
    return project !== undefined && projectKey(project, settings.mapping) !== null;
  });
  const [first] = keyed.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return first === undefined ? null : `project:${first}`;
}

const projectsOf = ({ memberships }: Gathering): string[] => (memberships ?? []).flatMap(({ project }) => project?.gid ?? []);

/** Whether a task lies in any of the projects that hold onboarding. */
export const liesIn = (projects: Map<string, Project>, payload: unknown): boolean =>
  projectsOf(wireGathering.safeParse(payload).data ?? { gid: '' }).some((gid) => projects.has(gid));

/** A request for each task, so only where something is read from it. */
async function withStories(gatherer: Gatherer, task: Gathering): Promise<{ stories?: unknown[] }> {
  if (!wantsStories(task, gatherer.settings.mapping)) return {};
  const stories: unknown[] = [];
  for await (const page of list(gatherer, `/tasks/${task.gid}/stories`, STORY_FIELDS)) stories.push(...page);
  return { stories };
}

const wantsStories = ({ name }: Gathering, { sectionMoments, ownerNamedTasks }: AsanaMapping): boolean =>
  sectionMoments.length > 0 || (ownerNamedTasks !== null && (name?.startsWith(ownerNamedTasks) ?? false));

const list = ({ client, settings, signal }: Gatherer, path: string, fields: string) =>
  paged({ client, path, query: { opt_fields: fields }, pageSize: settings.pageSize, signal });

/** Ids of tasks and of all below them. */
export async function idsBelow(gatherer: Gatherer, tasks: unknown[], level: number): Promise<string[]> {
  const ids: string[] = [];
  for (const payload of tasks) {
    ids.push(...(gidOf(payload) === null ? [] : [gidOf(payload) ?? '']));
    const task = wireGathering.safeParse(payload).data;
    if (!task?.num_subtasks || !gatherer.settings.subtasks || level >= MOST_LEVELS) continue;
    for await (const page of list(gatherer, `/tasks/${task.gid}/subtasks`, 'num_subtasks'))
      ids.push(...(await idsBelow(gatherer, page, level + 1)));
  }
  return ids;
}
