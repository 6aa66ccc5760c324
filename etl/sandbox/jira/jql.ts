import type { Moment } from '../company/company.js';
import type { Answer } from '../stand-in/fault.js';
import { badRequest, unbounded, unreadable } from './error.js';
import type { JiraIssue, JiraSite } from './site.js';

/** What the search index knows of an issue. */
export interface Indexed {
  issue: JiraIssue;
  updated: Moment;
}

export interface Query {
  holds(indexed: Indexed, site: JiraSite): boolean;
  /** Before: less than 0. */
  order(a: Indexed, b: Indexed): number;
}

const DAY_START = /^"\d{4}-\d{2}-\d{2}"$/;

/** Understands as much JQL as a reader of onboarding needs; anything else is refused. */
export function readJql(jql: unknown): Query | Answer {
  if (typeof jql !== 'string') return unbounded();
  const [where = '', order = ''] = jql.split(/ ?ORDER BY /);
  if (where.trim() === '') return unbounded();
  const clauses = where.split(' AND ').map((clause) => [clause, readClause(clause.trim())] as const);
  const unknown = clauses.find(([, holds]) => holds === null);
  if (unknown !== undefined) return unreadable(unknown[0]);
  const sorted = /^(updated|created) ASC(, key ASC)?$/.exec(order.trim());
  if (order.trim() !== '' && sorted === null) return badRequest(`Field '${order}' cannot be sorted by.`);
  const at = ({ issue, updated }: Indexed) => (sorted?.[1] === 'created' ? issue.createdAt : updated);
  return {
    holds: (indexed, site) => clauses.every(([, holds]) => holds?.(indexed, site)),
    order: (a, b) => at(a) - at(b) || a.issue.number - b.issue.number,
  };
}

type Holds = (indexed: Indexed, site: JiraSite) => boolean;

function readClause(clause: string): Holds | null {
  const [, field, list] = /^(project|issuetype|labels|parent) in \((.+)\)$/.exec(clause) ?? [];
  if (field !== undefined && list !== undefined)
    return isOneOf(
      field,
      list.split(', ').map((value) => value.replace(/^"|"$/g, '')),
    );
  const [, time, since] = /^(updated|created) >= (\d+|".+")$/.exec(clause) ?? [];
  if (time === undefined || since === undefined || (since.startsWith('"') && !DAY_START.test(since))) return null;
  const from = since.startsWith('"') ? Date.parse(since.slice(1, -1)) : Number(since);
  return ({ issue, updated }) => (time === 'created' ? issue.createdAt : updated) >= from;
}

function isOneOf(field: string, values: string[]): Holds {
  return ({ issue }, site) => {
    const project = site.projects.find(({ id }) => id === issue.projectId);
    const has: Record<string, (string | null | undefined)[]> = {
      project: [project?.id, project?.key, project?.name],
      issuetype: [issue.type],
      labels: issue.labels,
      parent: [issue.parentId],
    };
    return (has[field] ?? []).some((one) => values.includes(one ?? ''));
  };
}
