import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface Answered {
  kind: string;
  milliseconds: number;
  status: number;
  /** Whether it was counted for an earlier question; null for what is not counted. */
  kept: boolean | null;
}

const one = <T>(values: readonly T[]): T => {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

const csm = () => `csm:CSM ${Math.floor(Math.random() * 150)}`;
const industry = () => `industry:Industry ${Math.floor(Math.random() * 12)}`;
const region = () => `region:${one(['EMEA', 'AMER', 'APAC'])}`;
const kpi = () => one(['time-to-first-value', 'week-one-csat', 'churn-90d', 'repeat-information', 'escalations']);
const path = (to: string, query: Record<string, string | string[]>) => {
  const search = Object.entries(query).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));
  return `/api/${to}?${new URLSearchParams(search)}`;
};

/** What people do, by how many of a hundred times they do it. */
export const MIX: readonly { kind: string; share: number; path: () => string }[] = [
  { kind: 'overview', share: 25, path: () => path('kpi', {}) },
  { kind: 'overview by a dimension', share: 10, path: () => path('kpi', { by: one(['segment', 'region', 'industry', 'product']) }) },
  { kind: 'overview with two filters', share: 15, path: () => path('kpi', { filter: [region(), industry()] }) },
  { kind: 'overview of one CSM', share: 15, path: () => path('kpi', { filter: csm() }) },
  { kind: 'one KPI by CSM', share: 5, path: () => path(`kpi/${kpi()}`, { by: 'csm' }) },
  { kind: 'one KPI', share: 10, path: () => path(`kpi/${kpi()}`, { filter: one([[], [region()]]) }) },
  { kind: 'list', share: 10, path: () => path(`kpi/${kpi()}/handoff`, { filter: one([[], [region()], [csm()]]) }) },
  { kind: 'risk', share: 5, path: () => path('risk', {}) },
  { kind: 'dimensions', share: 5, path: () => path('dimension', {}) },
];

/** Milliseconds of thinking. */
const LEAST_PAUSE = 500;
const MOST_PAUSE = 1500;

interface Server {
  at: string;
  cookie: string;
}

/** Each user asks, waits for the whole answer, thinks, and asks something else. */
export async function useFor(server: Server, { users, seconds }: { users: number; seconds: number }): Promise<Answered[]> {
  const dispatcher = new Agent({ connections: users });
  const until = performance.now() + seconds * 1000;
  const answers = await Promise.all(Array.from({ length: users }, () => oneUser(server, dispatcher, until)));
  await dispatcher.close();
  return answers.flat();
}

async function oneUser({ at, cookie }: Server, dispatcher: Agent, until: number): Promise<Answered[]> {
  const answers: Answered[] = [];
  await pause(Math.random() * MOST_PAUSE);
  while (performance.now() < until) {
    const { kind, path } = chosen();
    const start = performance.now();
    const { statusCode, headers, body } = await request(at + path(), { headers: { cookie }, dispatcher });
    await body.arrayBuffer();
    const timing = headers['server-timing'];
    const kept = typeof timing === 'string' ? timing.startsWith('kept') : null;
    answers.push({ kind, milliseconds: performance.now() - start, status: statusCode, kept });
    await pause(LEAST_PAUSE + Math.random() * (MOST_PAUSE - LEAST_PAUSE));
  }
  return answers;
}

function chosen(): (typeof MIX)[number] {
  let left = Math.random() * MIX.reduce((sum, { share }) => sum + share, 0);
  for (const act of MIX) {
    left -= act.share;
    if (left < 0) return act;
  }
  return one(MIX);
}
