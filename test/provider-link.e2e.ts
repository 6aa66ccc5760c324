import { describe, expect, it } from 'vitest';
import { Installation } from '../server/http/installation.js';
import { ADA, makeAda } from './ada.js';
import type { Agent } from './agent.js';
import { pathOf, ServerBesideProvider } from './server-beside-provider.js';

const both = ServerBesideProvider.forThisFile();
const { password } = ADA;

describe('a login', () => {
  it('is linked by hand in the session that asked and gave the password', async () => {
    const { agent, id } = await makeAda(both.server, { email: 'by-hand@baton.example' });
    await agent.post('/api/login/identity').send({ password: 'wrong' }).expect(400);
    both.idp.somebody = { sub: 'by-hand', email: 'private@elsewhere.example', email_verified: false };
    const begun = await agent.post('/api/login/identity').send({ password }).expect(200);
    const back = await both.idp.visit(begun.body.location);
    await agent.get(pathOf(back)).expect(303);
    const other = both.agent();
    expect((await both.cameBack(other)).status).toBe(303);
    expect((await other.get('/api/session')).body.login.id).toBe(id);
  });

  it('is not linked in another session, nor to somebody who is linked', async () => {
    const { agent } = await makeAda(both.server, { email: 'first@baton.example' });
    const { agent: second } = await makeAda(both.server, { email: 'second@baton.example' });
    both.idp.somebody = { sub: 'contested' };
    const link = async (one: Agent) => {
      const begun = await one.post('/api/login/identity').send({ password }).expect(200);
      return pathOf(await both.idp.visit(begun.body.location));
    };
    const stale = await link(agent);
    await agent.put('/api/login/password').send({ current: password, new: 'a fox reads the timetable' }).expect(204);
    expect((await agent.get(stale)).text).toContain('not begun in this browser');
    await second.get(await link(second)).expect(303);
    const { agent: third } = await makeAda(both.server, { email: 'third@baton.example' });
    expect((await third.get(await link(third))).text).toContain('linked to a login already');
  });
});

describe('a login that is taken apart from the provider', () => {
  /** Linked by an address that the provider has verified. */
  async function linked(email: string) {
    const { agent, id } = await makeAda(both.server, { email });
    both.idp.somebody = { sub: email, email, email_verified: true };
    const elsewhere = both.agent();
    expect((await both.cameBack(elsewhere)).status).toBe(303);
    expect((await agent.get('/api/session')).body.login.linked).toBe(true);
    return { agent, id, elsewhere };
  }

  it('needs its password, ends the other sessions, and is written down', async () => {
    const { agent, id, elsewhere } = await linked('apart@baton.example');
    await agent.delete('/api/login/identity').send({ password: 'wrong' }).expect(400);
    await agent.delete('/api/login/identity').send({ password }).expect(204);
    await elsewhere.get('/api/session').expect(401);
    expect((await agent.get('/api/session').expect(200)).body.login).toMatchObject({ id, linked: false });
    const { body } = await agent.get('/api/audit?action=identity.unlinked').expect(200);
    expect(body.entries[0]).toMatchObject({ subject: id, actor: { loginId: id } });
    await agent.delete('/api/login/identity').send({ password }).expect(409);
  });

  it('is not linked again by its address, only by its owner', async () => {
    const { agent, id } = await linked('stays-apart@baton.example');
    await agent.delete('/api/login/identity').send({ password }).expect(204);
    const back = await both.cameBack(both.agent());
    expect([back.status, back.text.includes('taken your login apart')]).toEqual([403, true]);
    const begun = await agent.post('/api/login/identity').send({ password }).expect(200);
    await agent.get(pathOf(await both.idp.visit(begun.body.location))).expect(303);
    const other = both.agent();
    expect((await both.cameBack(other)).status).toBe(303);
    expect((await other.get('/api/session')).body.login.id).toBe(id);
  });

  it('rests on the password from then on, in the session that asked too', async () => {
    const { elsewhere } = await linked('rests@baton.example');
    await both.server.db.query('update workspace set second_factor_required = true');
    await elsewhere.get('/api/kpi').expect(200);
    await both.server.db.query('update workspace set second_factor_required = false');
    await elsewhere.delete('/api/login/identity').send({ password }).expect(204);
    await both.server.db.query('update workspace set second_factor_required = true');
    await elsewhere.get('/api/kpi').expect(403);
    await both.server.db.query('update workspace set second_factor_required = false');
  });

  it('never loses its only way in', async () => {
    await both.invited('only-way@baton.example');
    both.idp.somebody = { sub: 'only-way', email: 'only-way@baton.example', email_verified: true };
    const agent = both.agent();
    await both.cameBack(agent);
    expect((await agent.delete('/api/login/identity').send({ password }).expect(409)).body.detail).toContain('have no password here');
    const { agent: ada } = await linked('passwords-off@baton.example');
    const { entrance } = both.server.app.get(Installation);
    Object.assign(entrance, { passwords: false });
    expect((await ada.delete('/api/login/identity').send({ password }).expect(409)).body.detail).toContain('would not come in');
    Object.assign(entrance, { passwords: true });
  });
});
