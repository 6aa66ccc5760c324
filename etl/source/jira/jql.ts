import type { JiraMapping } from './settings.js';

/** By which time of an issue a search goes: that of change, or that of creation, which never moves. */
export type Clockwork = 'updated' | 'created';

export interface Where {
  by: Clockwork;
  /** Milliseconds since 1970; null for all times. */
  from: number | null;
  /** More clauses, as `within` and `childrenOf` write them. */
  clauses: string[];
}

/** Oldest first. It always restricts the time, because Jira refuses a search that restricts nothing. */
export function jqlOf({ by, from, clauses }: Where): string {
  // A literal day is read in the zone of who asks, and only to the minute: milliseconds since 1970 have neither fault.
  const since = `${by} >= ${from === null ? '"1990-01-01"' : String(from)}`;
  return `${[...clauses, since].join(' AND ')} ORDER BY ${by} ASC, key ASC`;
}

/** What the mapping calls onboarding. */
export const within = ({ projects, issueTypes, labels }: JiraMapping): string[] => [
  ...oneOf('project', projects),
  ...oneOf('issuetype', issueTypes),
  ...oneOf('labels', labels),
];

export const ofProject = (id: string): string[] => oneOf('project', [id]);
export const childrenOf = (ids: string[]): string[] => oneOf('parent', ids);

const oneOf = (field: string, values: string[]): string[] =>
  values.length === 0 ? [] : [`${field} in (${values.map(quoted).join(', ')})`];

/** Numbers stand for ids and are left bare. */
const quoted = (value: string) => (/^\d+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`);
