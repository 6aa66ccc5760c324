import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADA, makeAda } from './ada.js';
import { type Agent, agentOf } from './agent.js';
import { type TestServer, testServer } from './server.js';

const START = new Date('2026-03-02T09:00:00Z');

let server: TestServer;
let owner: Agent;

beforeAll(async () => {
  server = await testServer({ now: START, walls: { trustedProxy: 1 } });
  owner = (await makeAda(server)).agent;
});
afterAll(() => server.close());
beforeEach(() => server.db.query('delete from throttle'));

/** Says who it is from, as a proxy that is trusted does. */
const guess = (address: string, { email, password } = { email: ADA.email, password: 'wrong' }) =>
  server.stranger.post('/api/session').set('x-forwarded-for', address).send({ email, password });

const right = { email: ADA.email, password: ADA.password };

async function statuses(times: number, ask: (i: number) => PromiseLike<{ status: number }>): Promise<number[]> {
  const found = [];
  for (let i = 0; i < times; i++) found.push((await ask(i)).status);
  return found;
}

describe('guessing at one account', () => {
  it('goes ten times from one address, then says when to come again', async () => {
    expect(await statuses(12, () => guess('203.0.113.1'))).toEqual([...Array(10).fill(401), 429, 429]);
    const answer = await guess('203.0.113.1', right).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60);
    expect(answer.body.detail).toMatch(/Try again in \d+ seconds/);
    await guess('203.0.113.2', right).expect(200);
  });

  it('counts the addresses of one network of IPv6 as one', async () => {
    const found = await statuses(12, (i) => guess(`2001:db8:1:2::${(i + 1).toString(16)}`));
    expect(found).toEqual([...Array(10).fill(401), 429, 429]);
    await guess('2001:db8:1:3::1').expect(401);
  });

  it('is the same for an account that there is not', async () => {
    const nobody = { email: 'nobody@baton.example', password: 'wrong' };
    expect(await statuses(12, () => guess('203.0.113.1', nobody))).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('goes no further all at once than one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess('203.0.113.1')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  it('begins anew for one who was right', async () => {
    expect(await statuses(9, () => guess('203.0.113.1'))).toEqual(Array(9).fill(401));
    await guess('203.0.113.1', right).expect(200);
    expect(await statuses(10, () => guess('203.0.113.1'))).toEqual(Array(10).fill(401));
  });

  it('from many addresses shuts out neither the owner’s session nor the owner’s browser', async () => {
    const own = agentOf(server.app);
    await own.post('/api/session').send(right).expect(200);
    await own.delete('/api/session').expect(204);
    const found = await statuses(30, (i) => guess(`203.0.113.${i}`));
    expect(found.filter((status) => status === 401).length).toBeLessThanOrEqual(25);
    await guess('198.51.100.1', right).expect(429);
    await owner.get('/api/session').expect(200);
    await own
      .post('/api/session')
      .send({ ...right, email: ` ${ADA.email.toUpperCase()}` })
      .expect(200);
  });

  it('is written down once in an hour when it is refused, not each time', async () => {
    const written = async () => (await server.db.query<unknown[]>(`select 1 from audit_entry where action = 'sign-in.throttled'`)).length;
    const before = await written();
    await statuses(16, () => guess('203.0.113.1'));
    expect((await written()) - before).toBe(1);
  });
});

describe('a browser that is known', () => {
  it('is known for its own account only', async () => {
    await makeAda(server, { email: 'other@baton.example' });
    const own = agentOf(server.app);
    await own.post('/api/session').send(right).expect(200);
    const other = { email: 'other@baton.example', password: 'wrong' };
    expect(await statuses(12, () => own.post('/api/session').send(other))).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('is known by a cookie that scripts cannot read and that opens nothing', async () => {
    const answer = await server.stranger.post('/api/session').send(right).expect(200);
    const device = String(answer.headers['set-cookie']).match(/baton-device=[^;]+; [^,]*(?:, [^,]*GMT)?[^,]*/)?.[0] ?? '';
    expect(device).toContain('HttpOnly');
    expect(device).toContain('SameSite=Lax');
    await server.stranger
      .get('/api/session')
      .set('cookie', device.split(';')[0] ?? '')
      .expect(401);
  });
});

it('while the database is away nobody is let in, and nothing is compared', async () => {
  const away = await testServer({ now: START });
  await makeAda(away);
  await away.db.query('alter table throttle rename to throttle_away');
  const answer = await away.stranger.post('/api/session').send(right).expect(503);
  expect(answer.body.detail).toContain('database does not answer');
  await away.close();
});
