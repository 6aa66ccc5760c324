import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from './agent.js';
import { type Flights, FlightTap } from './flight-tap.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

let server: TestServer;
let tap: FlightTap;
beforeAll(async () => {
  server = await testServer({ now: new Date('2026-10-05T06:00:00Z') });
  tap = new FlightTap('baton_door');
});
afterAll(async () => {
  tap?.close();
  await server?.close();
});

/** What a question costs that has been asked before: the least of three, since the server does other things meanwhile. */
async function costOf(agent: Agent, path: string): Promise<Flights> {
  const costs: Flights[] = [];
  for (let n = 0; n < 4; n++) costs.push(await tap.during(() => agent.get(path).expect(200)));
  return costs.slice(1).reduce((least, cost) => (cost.trips < least.trips ? cost : least));
}

/**
 * The session; login, member and workspace; how far the data have come; two for the definitions that are counted by; and of whom
 * not everybody's handoffs are seen, whose are.
 */
it.each([
  ['admin', 5],
  ['csm', 6],
] as const)('the numbers for one who is %s take at most %d round trips to Postgres, one for each statement', async (role, most) => {
  const { agent } = await signInMember(server, { role });
  const { trips, statements } = await costOf(agent, '/api/kpi');
  console.log(`GET /api/kpi as ${role}: ${trips} round trips for ${statements.length} statements`);
  expect(trips).toBeLessThanOrEqual(most);
  expect(statements).toHaveLength(trips);
});

it('a member costs no more round trips than one who came by a link', async () => {
  const { agent } = await signInMember(server, { role: 'admin' });
  for (const path of ['/api/source', '/api/report', '/api/risk']) {
    const [member, link] = [await costOf(agent, path), await costOf(server.agent, path)];
    console.log(`GET ${path}: ${member.trips} round trips as a member, ${link.trips} by a link`);
    expect(member.trips).toBeLessThanOrEqual(link.trips);
  }
});
