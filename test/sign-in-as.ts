import { makeTokenTo } from '../server/access/sign-in/sign-in-link.js';
import type { Visibility } from '../server/handoff/visibility.js';
import { Clock } from '../server/http/clock.js';
import { agentOf } from './agent.js';
import type { TestServer } from './server.js';

/** An agent signed in to see only some people's handoffs. */
export async function signInAs({ app, db, workspace }: TestServer, visibility: Visibility): Promise<TestServer['agent']> {
  const agent = agentOf(app);
  const token = await makeTokenTo(db, { workspaceId: workspace.id, visibility }, app.get(Clock).now());
  await agent.get(`/sign-in?token=${token}`).expect(303);
  return agent;
}
