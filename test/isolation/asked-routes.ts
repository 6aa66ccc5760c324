import { readFile } from 'node:fs/promises';
import { uuidOf } from './generated-row.js';

/** One request of the walk, by which it is also named. */
export interface Asked {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  body?: object;
}

interface Document {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>;
}

const HANDOFF = 'crm:3';

/** Values of parameters in the path, by the route where they differ. */
const IN_PATH: Record<string, string[]> = {
  ...{ '/api/kpi/{id}': ['time-to-first-value', 'churn-90d', 'escalations'], '/api/kpi/{id}/handoff': ['time-to-kickoff', 'churn-90d'] },
  ...{ '/api/driver/factor/{id}/handoff': ['brief-missing', 'welcome'], '/api/handoff/{id}': [HANDOFF, 'crm:0'] },
  ...{ '/api/risk/{handoffId}': [HANDOFF], '/api/mail/{id}': ['nobody'], '/api/import/{id}': [uuidOf('no import')] },
  ...{ '/api/source/{id}/settings': ['crm'], '/api/source/{id}/mapping': ['crm'], '/api/source/{id}/rejected': ['crm'] },
};

const IN_QUERY: Record<string, string[]> = {
  '/api/handoff/export': ['format=csv', 'format=arrow'],
  '/api/match/account': ['search=Account'],
  '/api/driver/mix': ['', 'by=csm'],
  '/api/driver/people': ['', 'by=owner'],
  '/api/kpi': ['', 'by=segment', 'knownAt=2026-06-10T00:00:00Z'],
  '/api/process/handoff': ['step=kickoff', 'state=left'],
  '/api/audit/export': ['format=csv'],
  '/api/erasure/person': ['words=example', 'words=canary'],
};

/** Every GET of openapi.json, with parameters of what both twins have. Throws for a route whose parameters nobody has said. */
export async function askedRoutes(known: Record<string, string>): Promise<Asked[]> {
  const { paths }: Document = JSON.parse(await readFile('server/openapi.json', 'utf8'));
  const gets = Object.entries(paths).filter(([, operations]) => 'get' in operations);
  return gets.flatMap(([path]) => pathsOf(path, known).flatMap((at) => (IN_QUERY[path] ?? ['']).map((query) => asked(at, query))));
}

const asked = (path: string, query: string): Asked => ({ method: 'get', path: query ? `${path}?${query}` : path });

function pathsOf(path: string, known: Record<string, string>): string[] {
  const parameter = /[{]\w+[}]/;
  if (!parameter.test(path)) return [path];
  const values = known[path] ? [known[path]] : IN_PATH[path];
  if (!values) throw new Error(`Say in test/isolation/asked-routes.ts what ${path} is asked for.`);
  return values.map((value) => path.replace(parameter, encodeURIComponent(value)));
}
