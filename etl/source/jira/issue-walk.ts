import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { wireInstant } from '../wire-instant.js';
import type { JiraClient } from './client.js';
import { type Clockwork, jqlOf } from './jql.js';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post */
const wirePage = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish(), isLast: z.boolean().nullish() });

export interface Walk {
  client: JiraClient;
  by: Clockwork;
  /** Milliseconds since 1970; null for all times. */
  from: number | null;
  now: () => Date;
  clauses: string[];
  fields: string[];
  pageSize: number;
  signal: AbortSignal;
}

export interface Walked {
  issues: unknown[];
  /** The latest time among them; every issue before it has been named. Null when none was found. */
  until: number | null;
}

/**
 * Issues in the order of one of their times; an issue may come twice. Each page is asked for anew from the time at which the last one ended, because
 * an issue that changes in between moves away and would pull another one over the edge. A page token only leads through issues of one and the same time.
 */
export async function* walkIssues(walk: Walk): AsyncIterable<Walked> {
  let place: Place | null = { low: walk.from, token: null, expired: 0 };
  while (place !== null) {
    const page: Answered | null = await searched(walk, place);
    if (page !== null && page.issues.length > 0) yield { issues: page.issues, until: page.until ?? place.low };
    place = page === null ? again(place) : onward(place, page);
  }
}

interface Place {
  /** Milliseconds since 1970; null for all times. */
  low: number | null;
  token: string | null;
  /** Tokens that expired since the last step. */
  expired: number;
}

interface Answered extends Walked {
  next: string | null;
}

/** Null at the end. */
function onward({ low, token, expired }: Place, { until, next }: Answered): Place | null {
  if (next === null) return null;
  if (until !== null && until > (low ?? Number.NEGATIVE_INFINITY)) return { low: until, token: null, expired: 0 };
  if (next === token) throw circle();
  return { low, token: next, expired };
}

const MOST_RESTARTS = 3;

/** From the start of the time within which the token expired. */
function again({ low, expired }: Place): Place {
  if (expired >= MOST_RESTARTS) throw circle();
  return { low, token: null, expired: expired + 1 };
}

const circle = () => new SourceError('vendor', 'Jira names the same page of issues again and again. Read it again later.');

/** Null when the page token has expired. */
async function searched(walk: Walk, { low, token }: Place): Promise<Answered | null> {
  const { client, by, clauses, fields, pageSize, now, signal } = walk;
  const jql = jqlOf({ by, from: low, clauses });
  const body = { jql, fields, maxResults: pageSize, ...(token === null ? {} : { nextPageToken: token }) };
  try {
    const { issues, isLast, nextPageToken } = await client.post(wirePage, '/search/jql', body, signal);
    return {
      issues,
      until: latest(issues, by, now().getTime() + DAY),
      next: isLast === true || issues.length === 0 ? null : (nextPageToken ?? null),
    };
  } catch (error) {
    if (token !== null && error instanceof SourceError && error.status === 400) return null;
    throw error;
  }
}

const wireTimes = z.object({ fields: z.object({ updated: wireInstant.nullish(), created: wireInstant.nullish() }) });

const DAY = 86_400_000;

/** A time that has not come yet is no place to go on from: all else would lie before it. */
function latest(issues: unknown[], by: Clockwork, before: number): number | null {
  const times = issues.flatMap((issue) => wireTimes.safeParse(issue).data?.fields[by]?.getTime() ?? []).filter((at) => at < before);
  return times.length === 0 ? null : Math.max(...times);
}
