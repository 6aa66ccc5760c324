import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { Clock } from '../server/http/clock.js';
import { type Agent, agentOf } from './agent.js';
import type { TestServer } from './server.js';

export const ADA = { name: 'Ada Lovelace', email: 'ada@baton.example', password: 'mauve teapot on a ladder' };

/** One who came by a link of the server. */
export async function linkedAgent({ app, db, workspace }: TestServer): Promise<Agent> {
  const agent = agentOf(app);
  await agent.get(`/sign-in?token=${await makeSignInToken(db, workspace.id, app.get(Clock).now())}`).expect(303);
  return agent;
}

/** Makes a login that is admin, as the first one is made, and stays signed in. */
export async function makeAda(server: TestServer, given: Partial<typeof ADA> = {}): Promise<{ agent: Agent; id: string }> {
  const agent = await linkedAgent(server);
  await agent
    .post('/api/login')
    .send({ ...ADA, ...given })
    .expect(204);
  const { body } = await agent.get('/api/session').expect(200);
  return { agent, id: body.login.id };
}

/** A browser that has never been here signs in. */
export async function signedInAs({ app }: TestServer, { email, password }: { email: string; password: string } = ADA): Promise<Agent> {
  const agent = agentOf(app);
  await agent.post('/api/session').send({ email, password }).expect(200, { kind: 'signed-in' });
  return agent;
}
