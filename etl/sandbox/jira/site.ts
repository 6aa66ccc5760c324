import type { Moment } from '../company/company.js';

/** What a Jira site holds, as far as onboarding goes. */
export interface JiraSite {
  projects: JiraProject[];
  issues: JiraIssue[];
  users: JiraUser[];
}

export interface JiraProject {
  id: string;
  key: string;
  name: string;
  archivedAt: Moment | null;
  /** In the trash. */
  deletedAt: Moment | null;
  properties: Record<string, unknown>;
}

export interface JiraUser {
  accountId: string;
  name: string;
  email: string | null;
  active: boolean;
  /** Left out of lists, though it takes a place in them. */
  hidden: boolean;
}

export interface JiraChange {
  id: string;
  at: Moment;
  authorId: string;
  field: 'status' | 'assignee' | 'labels' | typeof ACCOUNT_FIELD;
  from: [id: string | null, name: string | null];
  to: [id: string | null, name: string | null];
}

export interface JiraIssue {
  id: string;
  projectId: string;
  /** Its number within the project. */
  number: number;
  type: 'Epic' | 'Task';
  summary: string;
  status: keyof typeof STATUSES;
  resolution: string | null;
  labels: string[];
  accountKey: string | null;
  parentId: string | null;
  assigneeId: string | null;
  /** 2026-03-01 */
  dueOn: string | null;
  createdAt: Moment;
  changedAt: Moment;
  /** What the search index still goes by while it lags; null for a new issue. */
  indexedAt: Moment | null;
  categoryChangedAt: Moment;
  changes: JiraChange[];
}

export const ACCOUNT_FIELD = 'customfield_10050';

/** Status to its id and the key of its category. */
export const STATUSES = {
  'To Do': { id: '10000', category: 'new' },
  'In Progress': { id: '3', category: 'indeterminate' },
  Done: { id: '10001', category: 'done' },
} as const;

/** Marks an issue as changed at a moment. */
export function touch(issue: JiraIssue, at: Moment): void {
  issue.indexedAt = issue.changedAt;
  issue.changedAt = at;
}
