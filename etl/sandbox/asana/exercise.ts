import { startAsanaStandIn } from '../asana-stand-in.js';
import type { Exercise } from '../stand-in/exercise.js';
import { type AsanaSpace, type AsanaTask, change, remove } from './space.js';

const PAGE = 25;
const DAY = 86_400_000;
const AMIRA = '1200000000000020';

/** Tasks of one project, a day apart. */
function book(records: number, until: number): AsanaSpace {
  const projectGid = '1200000000000010';
  const task = (n: number): AsanaTask => {
    const at = until - (records - n + 1) * DAY;
    return {
      gid: String(1_300_000_000_000_000 + n),
      name: `Onboarding: step ${n} für Größe`,
      projectGids: [projectGid],
      parentGid: null,
      section: 'Doing',
      assigneeGid: AMIRA,
      dueOn: new Date(at + 7 * DAY).toISOString().slice(0, 10),
      completedAt: n % 3 === 0 ? at + 3_600_000 : null,
      createdAt: at,
      changedAt: at + 3_600_000,
      stories: n === 1 ? [{ gid: '1400000000000001', at, subtype: 'assigned', assigneeGid: AMIRA, section: null }] : [],
    };
  };
  const project = {
    gid: projectGid,
    name: 'Onboarding Sample',
    archived: false,
    completedAt: null,
    ownerGid: null,
    createdAt: until - 900 * DAY,
  };
  return {
    gid: '1200000000000001',
    name: 'Sample',
    users: [{ gid: AMIRA, name: 'Amira Haddad', email: 'amira@northwind-software.example' }],
    projects: [{ ...project, accountKey: '18100000000' }],
    tasks: Array.from({ length: records }, (_, n) => task(n)),
    events: [],
  };
}

export const asanaExercise: Exercise = {
  kind: 'asana',
  stream: 'asana.tasks',
  pageSize: PAGE,
  lacking: { merge: 'Asana keeps a merged duplicate as a completed task' },
  async start({ records, now, strict = false }) {
    const space = book(records, now().getTime());
    const standIn = await startAsanaStandIn(space, { now, perMinute: strict ? 150 : 1_000_000 });
    const touched = (gids: string[]) => {
      for (const task of space.tasks.filter(({ gid }) => gids.includes(gid))) {
        task.name += ' (edited)';
        change(space, task, { at: now().getTime() });
      }
    };
    return {
      settings: {
        workspaceId: space.gid,
        baseUrl: `${standIn.url}/api/1.0`,
        loginUrl: standIn.url,
        pageSize: PAGE,
        requestsPerMinute: strict ? 150 : 1_500,
        mapping: { ownerNamedTasks: 'Onboarding: step 1 ' },
      },
      credentials: standIn.credentials,
      ids: () => space.tasks.map(({ gid }) => gid),
      change: async (gids) => touched(gids),
      tie: async (gids) => touched(gids),
      remove: async (gids) => remove(space, gids, now().getTime()),
      merge: async () => {
        throw new Error('Asana merges no tasks');
      },
      expireCursors: async () => standIn.expireTokens(),
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
