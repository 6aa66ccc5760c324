import type { Moment } from '../company/company.js';
import { ACCOUNT_FIELD, type JiraIssue, type JiraProject, type JiraSite, type JiraUser, STATUSES } from './site.js';

/** Of the person who asks: Jira writes every time at the offset of its viewer, without a colon. */
const OFFSET_HOURS = 2;

export const viewed = (at: Moment): string => `${new Date(at + OFFSET_HOURS * 3_600_000).toISOString().slice(0, -1)}+0200`;

export function keyOf(issue: JiraIssue, site: JiraSite): string {
  return `${site.projects.find(({ id }) => id === issue.projectId)?.key ?? 'GONE'}-${issue.number}`;
}

export const wireUser = ({ accountId, name, email, active }: JiraUser, url: string) => ({
  self: `${url}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
  accountId,
  accountType: 'atlassian',
  ...(email === null ? {} : { emailAddress: email }),
  avatarUrls: {},
  displayName: name,
  active,
  timeZone: 'Europe/Berlin',
});

export const wireProject = (project: JiraProject, url: string, more: Record<string, unknown>) => ({
  self: `${url}/rest/api/3/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'business',
  style: 'classic',
  simplified: false,
  isPrivate: false,
  ...(project.archivedAt === null ? {} : { archived: true, archivedDate: viewed(project.archivedAt) }),
  ...(project.deletedAt === null ? {} : { deleted: true, deletedDate: viewed(project.deletedAt) }),
  ...more,
});

/** The issue with the fields asked for; an unknown one is passed over. */
export function wireIssue(issue: JiraIssue, { site, url, fields }: { site: JiraSite; url: string; fields: string[] }) {
  if (fields.length === 0 || (fields.length === 1 && fields[0] === 'id')) return { id: issue.id };
  const all = fieldsOf(issue, site, url);
  const picked = Object.fromEntries(fields.filter((name) => Object.hasOwn(all, name)).map((name) => [name, all[name]]));
  return { expand: '', id: issue.id, self: `${url}/rest/api/3/issue/${issue.id}`, key: keyOf(issue, site), fields: picked };
}

function fieldsOf(issue: JiraIssue, site: JiraSite, url: string): Record<string, unknown> {
  const project = site.projects.find(({ id }) => id === issue.projectId);
  const assignee = site.users.find(({ accountId }) => accountId === issue.assigneeId);
  const parent = issue.parentId === null ? undefined : site.issues.find(({ id }) => id === issue.parentId);
  return {
    summary: issue.summary,
    status: statusOf(issue, url),
    issuetype: {
      id: issue.type === 'Epic' ? '10000' : '10002',
      name: issue.type,
      subtask: false,
      hierarchyLevel: issue.type === 'Epic' ? 1 : 0,
    },
    project: project === undefined ? null : wireProject(project, url, {}),
    labels: issue.labels,
    assignee: assignee === undefined ? null : wireUser(assignee, url),
    ...(parent === undefined ? {} : { parent: { id: parent.id, key: keyOf(parent, site), fields: { summary: parent.summary } } }),
    resolution: issue.resolution === null ? null : { id: '10000', name: issue.resolution },
    resolutiondate: issue.resolution === null ? null : viewed(issue.categoryChangedAt),
    statuscategorychangedate: viewed(issue.categoryChangedAt),
    duedate: issue.dueOn,
    created: viewed(issue.createdAt),
    updated: viewed(issue.changedAt),
    [ACCOUNT_FIELD]: issue.accountKey,
  };
}

function statusOf({ status }: JiraIssue, url: string) {
  const { id, category } = STATUSES[status];
  return {
    self: `${url}/rest/api/3/status/${id}`,
    id,
    name: status,
    statusCategory: { id: category === 'done' ? 3 : category === 'new' ? 2 : 4, key: category, name: status },
  };
}

export const wireChanges = (issue: JiraIssue, { site, url }: { site: JiraSite; url: string }, fieldIds: string[]) =>
  issue.changes
    .filter(({ field }) => fieldIds.length === 0 || fieldIds.includes(field))
    .map(({ id, at, authorId, field, from, to }) => {
      const author = site.users.find(({ accountId }) => accountId === authorId);
      const item = {
        field,
        fieldtype: field.startsWith('custom') ? 'custom' : 'jira',
        fieldId: field,
        from: from[0],
        fromString: from[1],
        to: to[0],
        toString: to[1],
      };
      return { id, ...(author === undefined ? {} : { author: wireUser(author, url) }), created: viewed(at), items: [item] };
    });
