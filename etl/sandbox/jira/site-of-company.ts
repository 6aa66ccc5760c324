import type { Company, Moment, Owner, Task } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { type JiraChange, type JiraIssue, type JiraProject, type JiraSite, type JiraUser, STATUSES } from './site.js';

const PROJECT: JiraProject = { id: '10001', key: 'ONB', name: 'Onboarding', archivedAt: null, deletedAt: null, properties: {} };

/** The onboarding tasks of the sample company as a team keeps them in Jira: an epic for each deal, which holds the id of the customer. */
export function jiraSiteOf(company: SampleCompany): JiraSite {
  const companies = new Map(company.companies.map((one) => [one.id, one]));
  const epics = new Map<string, JiraIssue>();
  const issues: JiraIssue[] = [];
  for (const task of company.tasks) {
    if (task.archivedAt !== null) continue;
    const epic = epics.get(task.dealId ?? '') ?? epicOf(task, companies.get(task.companyId ?? ''), issues.length + 1);
    if (!epics.has(task.dealId ?? '')) issues.push(epic);
    epics.set(task.dealId ?? '', epic);
    issues.push(issueOf(task, epic, issues.length + 1));
  }
  return { projects: [PROJECT], issues, users: [...company.owners.map(userOf), HIDDEN] };
}

const HIDDEN: JiraUser = { accountId: '712020:hidden', name: 'Former user', email: null, active: false, hidden: true };

export const accountIdOf = (ownerId: string) => `712020:${ownerId}`;

const userOf = ({ id, firstName, lastName, email, archivedAt }: Owner): JiraUser => ({
  accountId: accountIdOf(id),
  name: `${firstName} ${lastName}`,
  email,
  active: archivedAt === null,
  hidden: false,
});

function epicOf(task: Task, company: Company | undefined, number: number): JiraIssue {
  const at = task.createdAt;
  return {
    ...blank(task.createdAt, number),
    // A deal's first task names its epic; no id of a task begins with 9.
    id: `9${task.id}`,
    type: 'Epic',
    summary: `Onboard ${company?.name ?? 'a customer'}`,
    accountKey: task.companyId,
    changedAt: at,
  };
}

function issueOf(task: Task, epic: JiraIssue, number: number): JiraIssue {
  const done = task.completedAt;
  const issue: JiraIssue = {
    ...blank(task.createdAt, number),
    id: task.id,
    summary: task.subject,
    parentId: epic.id,
    assigneeId: task.ownerId === null ? null : accountIdOf(task.ownerId),
    dueOn: new Date(task.dueAt).toISOString().slice(0, 10),
    changedAt: task.changedAt,
  };
  if (done === null) return issue;
  const changes = [
    moved(issue, { at: task.createdAt, from: 'To Do', to: 'In Progress' }),
    moved(issue, { at: done, from: 'In Progress', to: 'Done' }),
  ];
  return { ...issue, status: 'Done', resolution: 'Done', categoryChangedAt: done, changes };
}

const blank = (createdAt: Moment, number: number): JiraIssue => ({
  id: '',
  projectId: PROJECT.id,
  number,
  type: 'Task',
  summary: '',
  status: 'To Do',
  resolution: null,
  labels: [],
  accountKey: null,
  parentId: null,
  assigneeId: null,
  dueOn: null,
  createdAt,
  changedAt: createdAt,
  indexedAt: null,
  categoryChangedAt: createdAt,
  changes: [],
});

function moved(issue: JiraIssue, { at, from, to }: { at: Moment; from: keyof typeof STATUSES; to: keyof typeof STATUSES }): JiraChange {
  const id = `${issue.id}${STATUSES[to].id}`;
  return {
    id,
    at,
    authorId: issue.assigneeId ?? HIDDEN.accountId,
    field: 'status',
    from: [STATUSES[from].id, from],
    to: [STATUSES[to].id, to],
  };
}
