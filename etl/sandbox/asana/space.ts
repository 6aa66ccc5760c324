import type { Moment } from '../company/company.js';

/** What an Asana workspace holds, as far as onboarding goes. */
export interface AsanaSpace {
  gid: string;
  name: string;
  users: AsanaUser[];
  projects: AsanaProject[];
  tasks: AsanaTask[];
  /** Oldest first. */
  events: AsanaEvent[];
}

export interface AsanaUser {
  gid: string;
  name: string;
  email: string;
}

export interface AsanaProject {
  gid: string;
  name: string;
  archived: boolean;
  completedAt: Moment | null;
  ownerGid: string | null;
  accountKey: string | null;
  createdAt: Moment;
}

export interface AsanaStory {
  gid: string;
  at: Moment;
  subtype: 'assigned' | 'section_changed' | 'marked_complete';
  assigneeGid: string | null;
  section: string | null;
}

export interface AsanaTask {
  gid: string;
  name: string;
  /** The projects in which it lies itself; a subtask mostly lies in none. */
  projectGids: string[];
  parentGid: string | null;
  section: string;
  assigneeGid: string | null;
  dueOn: string | null;
  completedAt: Moment | null;
  createdAt: Moment;
  changedAt: Moment;
  stories: AsanaStory[];
}

export interface AsanaEvent {
  at: Moment;
  action: 'changed' | 'added' | 'removed' | 'deleted' | 'undeleted';
  taskGid: string;
  /** Of the project to which the event bubbled up. */
  projectGid: string;
}

/** The project to which a task belongs by itself or by what stands above it. */
export function projectsAbove(space: AsanaSpace, task: AsanaTask): string[] {
  const parent = task.parentGid === null ? undefined : space.tasks.find(({ gid }) => gid === task.parentGid);
  return [...task.projectGids, ...(parent === undefined ? [] : projectsAbove(space, parent))];
}

/** Changes a task, and lets its projects know. */
export function change(
  space: AsanaSpace,
  task: AsanaTask,
  { at, action = 'changed' }: { at: Moment; action?: AsanaEvent['action'] },
): void {
  if (action === 'changed') task.changedAt = at;
  for (const projectGid of projectsAbove(space, task)) space.events.push({ at, action, taskGid: task.gid, projectGid });
}

/** Deletes tasks with all below them, and lets their projects know. */
export function remove(space: AsanaSpace, gids: string[], at: Moment): void {
  const below = space.tasks.filter(({ parentGid }) => parentGid !== null && gids.includes(parentGid)).map(({ gid }) => gid);
  if (below.length > 0) remove(space, below, at);
  for (const task of space.tasks.filter(({ gid }) => gids.includes(gid))) change(space, task, { at, action: 'deleted' });
  space.tasks = space.tasks.filter(({ gid }) => !gids.includes(gid));
}
