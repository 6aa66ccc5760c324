import fc from 'fast-check';
import type { TestServer } from '../server.js';
import { answerCheck, type Finding } from './answer-check.js';
import { anyRequest, type Seen } from './any-request.js';
import { type ApiDocument, type Method, type Route, routesOf } from './route.js';
import { look } from './seen.js';
import { Visitor } from './visitor.js';

export interface FuzzOptions {
  /** Requests to each route. */
  cases: number;
  seed: number;
  /** Each kind of method is tried on a copy of its own, so that what was removed is missed by no other. */
  open: () => Promise<TestServer>;
  /** Left out for all. */
  only?: string | undefined;
  /** Told of each route when it is done. */
  told?: ((line: string) => void) | undefined;
}

export interface Tally {
  routes: number;
  /** Answers by status. */
  statuses: Map<number, number>;
  /** What was said with 503, by route: it is documented everywhere, and worth knowing where nothing is short. */
  unavailable: Map<string, string>;
  findings: Finding[];
}

const KINDS: Method[][] = [['get'], ['post', 'put', 'patch'], ['delete']];

/** Asks every route of the document what its schema allows, and what it does not. */
export async function fuzz(document: ApiDocument, options: FuzzOptions): Promise<Tally> {
  const routes = routesOf(document);
  const tally: Tally = { routes: 0, statuses: new Map(), unavailable: new Map(), findings: [] };
  for (const methods of KINDS) {
    const server = await options.open();
    const visitor = await Visitor.to(server);
    try {
      const seen = await look(visitor, routes);
      const check = answerCheck(document);
      for (const route of routes.filter((one) => methods.includes(one.method) && `${one.method} ${one.path}`.includes(options.only ?? '')))
        await fuzzRoute(route, { ...options, document, visitor, seen, check, tally });
    } finally {
      visitor.leave();
      await server.close();
    }
  }
  return tally;
}

interface Round extends FuzzOptions {
  document: ApiDocument;
  visitor: Visitor;
  seen: Seen;
  check: ReturnType<typeof answerCheck>;
  tally: Tally;
}

/** Requests under way at once: one alone waits for Postgres most of the time. */
const AT_ONCE = 4;

async function fuzzRoute(route: Route, { document, visitor, seen, check, tally, cases, seed, told }: Round): Promise<void> {
  const requests = fc.sample(anyRequest(route, document.components.schemas, seen), { numRuns: cases, seed });
  const type = route.path.includes('/file/') ? { type: 'text/csv' } : {};
  const before = tally.findings.length;
  const left = requests.values();
  const worker = async () => {
    for (const { url, body } of left) {
      const asked = { method: route.method, url, body, ...type };
      const answer = await visitor.ask(asked);
      tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 503) tally.unavailable.set(`${route.method} ${route.path}`, answer.text);
      const finding = check(route, asked, answer);
      if (finding) tally.findings.push(finding);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  tally.routes += 1;
  if (told) told(routeLine(route, cases, tally.findings.slice(before)));
}

/** A route that is done, with what was found first; a long run is worth something before its end. */
function routeLine({ method, path }: Route, cases: number, findings: Finding[]): string {
  const [first] = findings;
  const found = first ? `: ${first.fault} ${first.asked.url} ${first.asked.body?.slice(0, 300) ?? ''} -> ${first.said}` : '';
  return `${new Date().toISOString().slice(11, 19)} ${method} ${path} x ${cases}, ${findings.length} findings${found}`;
}

/** One line of the whole. */
export function tallyLine({ routes, statuses, findings }: Tally, cases: number): string {
  const count = (fault: string) => findings.filter((finding) => finding.fault === fault).length;
  const checked = [...statuses].reduce((sum, [status, n]) => sum + (status < 300 ? n : 0), 0);
  return `fuzz: ${routes} routes x ${cases} cases, ${count('5xx')} x 5xx, ${count('undocumented')} undocumented, ${checked} 2xx checked, ${count('mismatch')} mismatches, ${count('leak')} leaks`;
}
