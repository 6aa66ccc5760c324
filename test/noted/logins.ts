import { Secret, TOTP } from 'otpauth';
import { makePasswordReset } from '../../server/access/login/password-reset.js';
import { ADA, linkedAgent } from '../ada.js';
import { agentOf } from '../agent.js';
import { SAMPLE_NOW } from '../sample.js';
import type { Said } from './said.js';

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: SAMPLE_NOW.getTime() });

/** What people do with their own login. */
export const LOGINS_SAID: Said[] = [
  ['patch /api/login', 'login.changed', (at) => at.ada.patch('/api/login').send({ name: 'Ada' }).expect(204)],
  [
    'put /api/login/second-factor',
    'second-factor.added',
    async (at) => {
      at.kept.secret = (await at.ada.post('/api/login/second-factor').send({ password: ADA.password }).expect(200)).body.secret;
      await at.ada
        .put('/api/login/second-factor')
        .send({ code: codeOf(at.kept.secret ?? '') })
        .expect(200);
    },
  ],
  [
    'post /api/login/recovery-code',
    'recovery-code.made',
    async (at) => {
      const { body } = await at.ada.post('/api/login/recovery-code').send({ password: ADA.password }).expect(200);
      [at.kept.recovery, at.kept.recoveryToo] = body.recoveryCodes;
    },
  ],
  [
    'post /api/session/second-factor',
    'recovery-code.used',
    async (at) => {
      const agent = agentOf(at.server.app);
      await agent.post('/api/session').send({ email: ADA.email, password: ADA.password }).expect(200);
      await agent.post('/api/session/second-factor').send({ code: at.kept.recovery }).expect(200);
    },
  ],
  [
    'delete /api/login/second-factor',
    'second-factor.removed',
    (at) => at.ada.delete('/api/login/second-factor').send({ password: ADA.password, code: at.kept.recoveryToo }).expect(204),
  ],
  [
    'post /api/session',
    'sign-in.failed',
    (at) => agentOf(at.server.app).post('/api/session').send({ email: ADA.email, password: 'wrong wrong' }).expect(401),
  ],
  [
    'delete /api/login/identity',
    'identity.unlinked',
    async (at) => {
      await at.server.db.query(
        `insert into login_identity (issuer, subject, login_id, linked_at) select 'https://id.example', 'ada', id, now() from login where email = $1`,
        [ADA.email],
      );
      await at.ada.delete('/api/login/identity').send({ password: ADA.password }).expect(204);
    },
  ],
  ['delete /api/session/all', 'session.ended', (at) => at.ada.delete('/api/session/all').expect(204)],
  [
    'delete /api/session/all/{id}',
    'session.ended',
    async (at) => {
      await agentOf(at.server.app).post('/api/session').send({ email: ADA.email, password: ADA.password }).expect(200);
      const { body } = await at.ada.get('/api/session/all').expect(200);
      const { id } = body.sessions.find(({ current }: { current: boolean }) => !current);
      await at.ada.delete(`/api/session/all/${id}`).expect(204);
    },
  ],
  [
    'put /api/login/password',
    'password.changed',
    (at) => at.ada.put('/api/login/password').send({ current: ADA.password, new: 'a kite over the harbour' }).expect(204),
  ],
  [
    'post /api/password-reset/use',
    'password.changed',
    async (at) => {
      const { id } = (await at.ada.get('/api/session').expect(200)).body.login;
      const token = await makePasswordReset(at.server.db, id, SAMPLE_NOW);
      await at.server.stranger.post('/api/password-reset/use').send({ token, password: ADA.password }).expect(204);
    },
  ],
  [
    'post /api/login',
    'login.made',
    async (at) => {
      at.eve = await linkedAgent(at.server);
      await at.eve
        .post('/api/login')
        .send({ ...ADA, email: 'eve@baton.example' })
        .expect(204);
    },
  ],
  ['delete /api/session', 'sign-out', async (at) => (await linkedAgent(at.server)).delete('/api/session').expect(204)],
];
