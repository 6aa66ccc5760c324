import { startJiraStandIn } from '../jira-stand-in.js';
import type { Exercise } from '../stand-in/exercise.js';
import { type JiraIssue, type JiraSite, touch } from './site.js';

const PAGE = 25;
const DAY = 86_400_000;

/** Issues of one project with one epic, a day apart. */
function book(records: number, until: number): JiraSite {
  const issue = (n: number): JiraIssue => {
    const at = until - (records - n + 1) * DAY;
    const epic = n === 0;
    return {
      id: String(20_000 + n),
      projectId: '10001',
      number: n + 1,
      type: epic ? 'Epic' : 'Task',
      summary: epic ? 'Onboard Sample & Söhne' : `Onboarding: step ${n}`,
      status: n % 3 === 1 ? 'Done' : 'To Do',
      resolution: n % 3 === 1 ? 'Done' : null,
      labels: n % 5 === 0 ? ['onboarding'] : [],
      accountKey: epic ? '18100000000' : null,
      parentId: epic ? null : '20000',
      assigneeId: '712020:1',
      dueOn: new Date(at + 7 * DAY).toISOString().slice(0, 10),
      createdAt: at,
      changedAt: at + 3_600_000,
      indexedAt: null,
      categoryChangedAt: at + 3_600_000,
      changes: [],
    };
  };
  return {
    projects: [{ id: '10001', key: 'ONB', name: 'Onboarding', archivedAt: null, deletedAt: null, properties: {} }],
    issues: Array.from({ length: records }, (_, n) => issue(n)),
    users: [{ accountId: '712020:1', name: 'Amira Haddad', email: 'amira@northwind-software.example', active: true, hidden: false }],
  };
}

export const jiraExercise: Exercise = {
  kind: 'jira',
  stream: 'jira.issues',
  pageSize: PAGE,
  lacking: { merge: 'Jira merges no issues: one is closed as a duplicate of the other' },
  async start({ records, now, strict = false }) {
    const site = book(records, now().getTime());
    const standIn = await startJiraStandIn(site, { now, perSecond: strict ? 100 : 100_000 });
    const touched = (ids: string[]) => {
      const at = now().getTime();
      for (const issue of site.issues.filter(({ id }) => ids.includes(id))) {
        issue.summary += ' (edited)';
        touch(issue, at);
      }
    };
    return {
      settings: {
        baseUrl: standIn.url,
        gatewayUrl: standIn.url,
        loginUrl: standIn.url,
        pageSize: PAGE,
        requestsPerSecond: strict ? 10 : 100,
      },
      credentials: standIn.credentials,
      ids: () => site.issues.map(({ id }) => id),
      change: async (ids) => touched(ids),
      tie: async (ids) => touched(ids),
      async remove(ids) {
        site.issues = site.issues.filter(({ id }) => !ids.includes(id));
      },
      merge: async () => {
        throw new Error('Jira merges no issues');
      },
      expireCursors: async () => standIn.expireTokens(),
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
