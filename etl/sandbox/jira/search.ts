import type { Moment } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { badRequest, badToken } from './error.js';
import { type Indexed, type Query, readJql } from './jql.js';
import type { JiraIssue, JiraSite } from './site.js';
import { wireIssue } from './wire.js';

export interface Searched {
  site: JiraSite;
  url: string;
  now: Moment;
  /** How long the index lags behind. */
  lag: number;
  /** Tokens of an earlier age are refused. */
  tokenAge: number;
}

const KNOWN = new Set([
  'jql',
  'nextPageToken',
  'maxResults',
  'fields',
  'expand',
  'properties',
  'fieldsByKeys',
  'reconcileIssues',
  'failFast',
]);
const USUAL = 50;
/** With more than ids and keys in it a page never gets longer, whatever was asked for. */
const MOST = 100;
const MOST_IDS = 5_000;
const TOKEN_DAYS = 7;

/** Search by JQL: no total, ids alone unless fields are named, and a token that is bound to the question. */
export function search(request: Request, searched: Searched): Answer {
  const body = fieldsOf(request.body);
  const unknown = Object.keys(body).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return badRequest(`Unrecognized field "${unknown}"`);
  const query = readJql(body.jql);
  if ('status' in query) return query;
  const fields = strings(body.fields);
  const size = Math.min(Number(body.maxResults ?? USUAL), fields.every((name) => ['id', 'key'].includes(name)) ? MOST_IDS : MOST);
  const start = body.nextPageToken === undefined ? 0 : startOf(body.nextPageToken, String(body.jql), searched);
  if (start === null) return badToken();
  const found = matching(query, searched);
  const page = found.slice(start, start + size).map(({ issue }) => wireIssue(issue, { ...searched, fields }));
  const last = start + size >= found.length;
  return {
    status: 200,
    body: { issues: page, isLast: last, ...(last ? {} : { nextPageToken: token(start + size, String(body.jql), searched) }) },
  };
}

export function countIssues(request: Request, searched: Searched): Answer {
  const query = readJql(fieldsOf(request.body).jql);
  return 'status' in query ? query : { status: 200, body: { count: matching(query, searched).length } };
}

/** Archived and deleted projects are not in the index. */
function matching(query: Query, { site, now, lag }: Searched): Indexed[] {
  const live = new Set(site.projects.filter(({ archivedAt, deletedAt }) => archivedAt === null && deletedAt === null).map(({ id }) => id));
  return site.issues
    .filter(({ projectId }) => live.has(projectId))
    .flatMap((issue) => indexed(issue, now - lag))
    .filter((one) => query.holds(one, site))
    .sort(query.order);
}

function indexed(issue: JiraIssue, until: Moment): Indexed[] {
  if (issue.changedAt <= until) return [{ issue, updated: issue.changedAt }];
  return issue.indexedAt === null ? [] : [{ issue, updated: issue.indexedAt }];
}

const token = (start: number, jql: string, { now, tokenAge }: Searched): string =>
  Buffer.from(JSON.stringify([start, jql, now, tokenAge])).toString('base64url');

function startOf(given: unknown, jql: string, { now, tokenAge }: Searched): number | null {
  try {
    const [start, of, at, age] = JSON.parse(Buffer.from(String(given), 'base64url').toString()) as [number, string, number, number];
    return of === jql && age === tokenAge && now - at < TOKEN_DAYS * 86_400_000 ? start : null;
  } catch {
    return null;
  }
}

export const fieldsOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

export const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
