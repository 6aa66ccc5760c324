import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RIGHTS_OF } from '../server/access/right.js';
import type { Role } from '../server/access/role.js';
import type { Agent } from './agent.js';
import { EXPECTED } from './matrix/expected.js';
import { type Ground, matrixGround, ROLE_NAMES, type RoleName } from './matrix/ground.js';
import { ID_KINDS, type IdKind } from './matrix/ids.js';
import { type Asked, ask, kindsOf, type Told } from './matrix/send.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

const document: { paths: Record<string, object> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const ROUTES = Object.entries(document.paths).flatMap(([path, operations]) =>
  METHODS.filter((method) => method in operations).map((method) => `${method.toUpperCase()} ${path}`),
);

let server: TestServer;
let ground: Ground;
let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-matrix-'));
  server = await testServer({ now: NOW, dataDirectory, poolSize: 8 });
  ground = await matrixGround(server, NOW);
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

/** What somebody is, as far as rights follow from it. */
const ROLE_OF: Partial<Record<RoleName, Role>> = { link: 'admin', other: 'admin', token: 'analyst' };
const SCOPES = ['read', 'export'];
const RESTRICTED = ['manager', 'csm'];

/** The status that the table says. */
function statusOf({ route, role, kind }: Asked): number {
  const expected = EXPECTED[route];
  if (!expected) return Number.NaN;
  const { needs, whole, own, random, malformed, but } = expected;
  const answer = kind === 'own' ? (but?.[role] ?? own) : kind === 'malformed' ? malformed : random;
  if (needs === 'public') return answer ?? Number.NaN;
  if (role === 'none' || role === 'disabled') return 401;
  if (needs === 'membership' ? role === 'token' : !may(role, needs)) return 403;
  return whole && RESTRICTED.includes(role) ? 403 : (answer ?? Number.NaN);
}

const may = (role: RoleName, right: string): boolean =>
  (RIGHTS_OF[ROLE_OF[role] ?? (role as Role)] as readonly string[]).includes(right) && (role !== 'token' || SCOPES.includes(right));

/** What is not as the table says; foreign ids must be told exactly what random ones are. */
function faults(asked: Asked, told: Told, random: Told | null): string[] {
  const { route, role, kind } = asked;
  const name = `${route} as ${role} with ${kind} id`;
  const wanted = statusOf(asked);
  const needs = EXPECTED[route]?.needs ?? '';
  const unlike = kind === 'foreign' && random !== null && told.body !== random.body;
  const refused = wanted === 403 && needs !== 'membership' && role !== 'token' && !may(role, needs);
  const silent = refused && !told.body.includes(`\\"${needs}\\"`);
  return [
    ...(told.status === wanted ? [] : [`${name}: ${told.status}, expected ${wanted}: ${told.body.slice(0, 200)}`]),
    ...(unlike ? [`${name}: ${told.body.slice(0, 200)} is not what a random id is told: ${random.body.slice(0, 200)}`] : []),
    ...(silent ? [`${name}: the refusal does not name the right "${needs}": ${told.body.slice(0, 200)}`] : []),
  ];
}

test('the table names every route and no other', () => {
  expect(ROUTES.length).toBeGreaterThan(80);
  expect(Object.keys(EXPECTED).sort()).toEqual([...ROUTES].sort());
});

/** Asks a route as one role with every kind of id. Answers how many requests that were, and what was not as the table says. */
async function askAs(role: RoleName, { route, agents }: { route: string; agents: Map<RoleName, Agent> }) {
  const told = new Map<IdKind, Told>();
  for (const kind of kindsOf(route)) told.set(kind, await ask(ground, { route, role, kind }, agents));
  const random = told.get('random') ?? null;
  return { requests: told.size, wrong: [...told].flatMap(([kind, answer]) => faults({ route, role, kind }, answer, random)) };
}

test('every route answers every role and every kind of id as the table says', async () => {
  const agents = new Map<RoleName, Agent>();
  const wrong: string[] = [];
  let requests = 0;
  // In the order of the table: what comes later may rest on what came before.
  for (const route of Object.keys(EXPECTED)) {
    // A workspace is held or not for everybody: there one would wait for the other.
    const groups = route.includes('/hold') ? ROLE_NAMES.map((role) => [role]) : [ROLE_NAMES];
    for (const roles of groups) {
      for (const asked of await Promise.all(roles.map((role) => askAs(role, { route, agents })))) {
        requests += asked.requests;
        wrong.push(...asked.wrong);
      }
    }
  }
  console.log(
    `matrix: ${ROUTES.length} routes x ${ROLE_NAMES.length} roles x ${ID_KINDS.length} ids = ${requests} requests, ${wrong.length} unexpected`,
  );
  expect(wrong).toEqual([]);
}, 240_000);

test('nothing of the other workspace was changed', async () => {
  const counts = await server.db.query(
    `select (select count(*)::int from workspace) as workspaces, (select count(*)::int from handoff where workspace_id = $1) as handoffs,
       (select count(*)::int from report where workspace_id = $1 and recipients <> '{}') as reports`,
    [ground.foreign.workspace.id],
  );
  expect(counts).toEqual([expect.objectContaining({ handoffs: 1 })]);
});
