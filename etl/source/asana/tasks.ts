import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { type Asana, gidOf } from './asana-stream.js';
import { wireTask } from './task.js';
import { taskFacts } from './task-facts.js';
import { allTasks, standingIds, taskPages } from './task-pages.js';

/** Every task of the projects that hold onboarding, with all subtasks; one that lies in several projects is one. */
export function tasks(asana: Asana): Stream {
  return {
    name: 'asana.tasks',
    pages: (from, signal) => taskPages(asana, from, signal),
    idOf: gidOf,
    sweep: { hours: 24, ids: (signal) => standingIds(asana, signal) },
    reread: { hours: 24, pages: (signal) => allTasks(asana, signal) },
    read(payload) {
      const task = parsed(wireTask, payload);
      return {
        externalId: task.gid,
        changedAt: task.modified_at,
        deletedAt: null,
        url: task.permalink_url ?? null,
        rows: taskFacts(task, asana.settings.mapping),
      };
    },
  };
}
