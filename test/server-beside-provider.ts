import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { Invitation } from '../etl/warehouse/index.js';
import { type Agent, agentOf } from './agent.js';
import { CLIENT, type IdentityProvider, identityProvider } from './identity-provider.js';
import { type TestServer, testServer } from './server.js';

const BACK = 'http://localhost/sign-in/provider/return';

export const pathOf = (address: URL): string => `${address.pathname}${address.search}`;

/** A server whose logins may come by a provider, and that provider, for all tests of a file. Each test finds the provider honest and up. */
export class ServerBesideProvider {
  idp!: IdentityProvider;
  server!: TestServer;
  now = new Date();

  static forThisFile(): ServerBesideProvider {
    const both = new ServerBesideProvider();
    beforeAll(async () => {
      both.idp = await identityProvider(BACK);
      both.server = await testServer({ now: () => both.now, entrance: { provider: both.provider } });
    });
    beforeEach(() => {
      both.now = new Date();
    });
    afterEach(() => {
      Object.assign(both.idp, { tamper: null, forged: false, signing: 'RS256', down: false });
    });
    afterAll(async () => {
      await both.server.close();
      await both.idp.close();
    });
    return both;
  }

  get provider() {
    return { issuer: this.idp.issuer, ...CLIENT, name: 'Example' };
  }

  agent(): Agent {
    return agentOf(this.server.app);
  }

  /** To the provider and back, with the address in which one comes back. */
  async around(agent: Agent, query = ''): Promise<URL> {
    const left = await agent.get(`/sign-in/provider${query}`).expect(303);
    return this.idp.visit(String(left.headers.location));
  }

  async cameBack(agent: Agent, query = '') {
    return await agent.get(pathOf(await this.around(agent, query)));
  }

  /** Somebody whom an admin has invited. */
  async invited(email: string, { expiresAt = new Date(Date.now() + 86_400_000) } = {}): Promise<void> {
    const given = { id: randomUUID(), tokenHash: randomUUID(), email, role: 'analyst', visibility: 'all', teamId: null, invitedBy: null };
    const { db, workspace } = this.server;
    await db.getRepository(Invitation).insert({ ...given, workspaceId: workspace.id, createdAt: this.now, expiresAt, usedAt: null });
  }
}
