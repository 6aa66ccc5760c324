import { ModulesContainer, Reflector } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC } from '../server/access/public.js';
import { NEEDED_RIGHT } from '../server/access/right.js';
import { ROLES } from '../server/access/role.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z') });
});
afterAll(() => server.close());

const GET = 0;

/** Handlers of every controller, by name. */
function handlers(): { name: string; method: number; marks: (key: string) => unknown }[] {
  const reflector = server.app.get(Reflector);
  return [...server.app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => {
      if (!metatype) return [];
      const prototype: object = metatype.prototype;
      return Object.getOwnPropertyNames(prototype).flatMap((key) => {
        const handler = Reflect.get(prototype, key) as (() => unknown) & object;
        const method = typeof handler === 'function' ? Reflect.getMetadata('method', handler) : undefined;
        if (typeof method !== 'number') return [];
        const marks = (mark: string) => reflector.getAllAndOverride<unknown>(mark, [handler, metatype as () => unknown]);
        return [{ name: `${metatype.name}.${key}`, method, marks }];
      });
    }),
  );
}

test('every route that changes something says which right it needs', () => {
  const all = handlers();
  expect(all.length).toBeGreaterThan(50);
  const silent = all.filter(({ method, marks }) => method !== GET && marks(PUBLIC) === undefined && marks(NEEDED_RIGHT) === undefined);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

describe('a member', () => {
  test.each(ROLES)('%s does what the role may, and no more', async (role) => {
    const { agent } = await signInMember(server, { role, sight: 'all' });
    await agent.get('/api/kpi').expect(200);
    const connect = await agent.get('/api/match/unmatched');
    expect(connect.status).toBe(role === 'admin' ? 200 : 403);
    const exported = await agent.get('/api/handoff/export?format=csv');
    expect(exported.status).toBe(['admin', 'manager', 'analyst'].includes(role) ? 200 : 403);
  });

  test('who may not is told who may', async () => {
    const { agent } = await signInMember(server, { role: 'executive' });
    const { body } = await agent
      .get('/api/handoff/export')
      .expect(403)
      .expect('content-type', /application\/problem\+json/);
    expect(body).toMatchObject({ status: 403, detail: expect.stringContaining('admin, manager, analyst') });
  });

  test('whose role is taken away cannot use it with the next request', async () => {
    const { agent, login } = await signInMember(server, { role: 'admin' });
    await agent.get('/api/match').expect(200);
    await server.db.query(`update member set role = 'executive' where workspace_id = $1 and login_id = $2`, [
      server.workspace.id,
      login.id,
    ]);
    await agent.get('/api/match').expect(403);
    await server.db.query('delete from member where workspace_id = $1 and login_id = $2', [server.workspace.id, login.id]);
    await agent.get('/api/kpi').expect(401);
  });

  test('whose login is disabled is nobody with the next request', async () => {
    const { agent, login } = await signInMember(server, { role: 'admin' });
    await agent.get('/api/kpi').expect(200);
    await server.db.query('update login set disabled_at = now() where id = $1', [login.id]);
    await agent.get('/api/kpi').expect(401);
  });

  test('who is denied is written down', async () => {
    const { agent, login } = await signInMember(server, { role: 'csm' });
    await agent.get('/api/match').expect(403);
    const rows = await server.db.query(
      `select action, detail from audit_entry where workspace_id = $1 and actor::text like '%' || $2 || '%'`,
      [server.workspace.id, login.id],
    );
    expect(rows).toEqual([{ action: 'access.denied', detail: { method: 'GET', route: '/api/match', needed: 'connect' } }]);
  });
});

test('a made-up token opens nothing', async () => {
  await server.stranger.get('/api/kpi').set('authorization', 'Bearer made-up').expect(401);
  await server.agent.get('/api/kpi').set('authorization', 'Basic YTpi').expect(401);
});
