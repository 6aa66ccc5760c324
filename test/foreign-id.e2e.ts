import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './agent.js';
import { StatementTap } from './isolation/statement-tap.js';
import { EXPECTED } from './matrix/expected.js';
import { asRole, type Ground, matrixGround, type RoleName } from './matrix/ground.js';
import { ask, idOf, kindsOf } from './matrix/send.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const ROUTES = Object.keys(EXPECTED).filter((route) => kindsOf(route).includes('foreign'));
const ROLES = ['admin', 'csm', 'token'] as const;
const MARK = 'baton.tap=foreign';

let server: TestServer;
let ground: Ground;
let tap: StatementTap;
let dataDirectory: string;
const agents = new Map<RoleName, Agent>();

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-foreign-'));
  tap = new StatementTap(MARK);
  server = await testServer({ now: NOW, dataDirectory, through: async (url) => `${url}?options=${encodeURIComponent(`-c ${MARK}`)}` });
  ground = await matrixGround(server, NOW);
});
afterAll(async () => {
  await server.close();
  tap.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

/** The statements that one answer cost. */
async function cost(route: string, role: RoleName, kind: 'own' | 'foreign' | 'random'): Promise<string[]> {
  if (!agents.has(role)) agents.set(role, await asRole(ground, role));
  const id = await idOf(ground, { route, role, kind });
  const sent = await tap.allDuring(() => ask(ground, { route, role, kind }, agents, { id }));
  return sent.sort();
}

/** What a foreign id cost other than a random one, each asked up to three times: a timer may have sent something in between. */
async function difference(route: string, role: RoleName): Promise<{ foreign: string[]; random: string[]; equal: boolean }> {
  await cost(route, role, 'random');
  for (let tries = 0; ; tries++) {
    const [foreign, random] = [await cost(route, role, 'foreign'), await cost(route, role, 'random')];
    const equal = JSON.stringify(foreign) === JSON.stringify(random);
    if (equal || tries === 2) return { foreign, random, equal };
  }
}

test('an id of another workspace costs the statements of one that is nowhere, so that no clock tells them apart', async () => {
  const unlike: object[] = [];
  let statements = 0;
  for (const route of ROUTES)
    for (const role of ROLES) {
      const { foreign, random, equal } = await difference(route, role);
      statements += foreign.length;
      if (!equal) unlike.push({ route, role, foreign, random });
    }
  console.log(
    `foreign ids: ${ROUTES.length} routes x ${ROLES.length} roles, ${statements} statements, ${unlike.length} unlike those of random ids`,
  );
  expect(unlike).toEqual([]);
  expect(statements).toBeGreaterThan(ROUTES.length * ROLES.length);
}, 240_000);

test('an id of their own costs more, which the same comparison sees', async () => {
  const [own, random] = [await cost('GET /api/handoff/{id}', 'admin', 'own'), await cost('GET /api/handoff/{id}', 'admin', 'random')];
  expect(random.join()).toMatch(/from "handoff"/i);
  expect(own.length).toBeGreaterThan(random.length);
});
