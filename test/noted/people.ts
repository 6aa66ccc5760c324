import { linkedAgent } from '../ada.js';
import { agentOf } from '../agent.js';
import { type Said, workspaceOf } from './said.js';

const WORKSPACE = { name: 'Second', timeZone: 'UTC', currency: 'EUR' };

/** What is done with teams, members and workspaces. */
export const PEOPLE_SAID: Said[] = [
  [
    'post /api/team',
    'team.made',
    async (at) => {
      at.kept.team = (await at.ada.post('/api/team').send({ name: 'North' }).expect(201)).body.id;
    },
  ],
  ['patch /api/team/{id}', 'team.changed', (at) => at.ada.patch(`/api/team/${at.kept.team}`).send({ name: 'South' }).expect(200)],
  ['delete /api/team/{id}', 'team.removed', (at) => at.ada.delete(`/api/team/${at.kept.team}`).expect(204)],
  [
    'post /api/invitation',
    'member.invited',
    async (at) => {
      const { body } = await at.ada.post('/api/invitation').send({ email: 'bo@baton.example', role: 'csm' }).expect(201);
      at.kept.invitation = new URL(body.link).hash.replace('#token=', '');
    },
  ],
  [
    'post /api/invitation/accept',
    'member.joined',
    (at) =>
      agentOf(at.server.app)
        .post('/api/invitation/accept')
        .send({ token: at.kept.invitation, name: 'Bo', password: 'a kite over the harbour' }),
  ],
  [
    'delete /api/invitation/{id}',
    'invitation.withdrawn',
    async (at) => {
      const { body } = await at.ada.post('/api/invitation').send({ email: 'cy@baton.example', role: 'csm' }).expect(201);
      await at.ada.delete(`/api/invitation/${body.invitation.id}`).expect(204);
    },
  ],
  [
    'patch /api/member/{id}',
    'member.changed',
    (at) => at.ada.patch(`/api/member/${at.other.login.id}`).send({ role: 'analyst' }).expect(200),
  ],
  ['post /api/member/{id}/password-reset', 'password.reset-asked', (at) => at.ada.post(`/api/member/${at.other.login.id}/password-reset`)],
  [
    'delete /api/member/{id}/second-factor',
    'second-factor.removed',
    async (at) => {
      await at.server.db.query('update login set totp_confirmed_at = now() where id = $1', [at.other.login.id]);
      await at.ada.delete(`/api/member/${at.other.login.id}/second-factor`).expect(200);
    },
  ],
  ['delete /api/member/{id}/session', 'session.ended', (at) => at.ada.delete(`/api/member/${at.other.login.id}/session`).expect(204)],
  ['delete /api/member/{id}', 'member.removed', (at) => at.ada.delete(`/api/member/${at.other.login.id}`).expect(204)],
  [
    'patch /api/workspace/{id}',
    'workspace.changed',
    (at) => at.ada.patch(`/api/workspace/${at.server.workspace.id}`).send({ name: 'Ours' }).expect(200),
  ],
  [
    'post /api/session/own',
    'workspace.made',
    async (at) => {
      await at.server.db.query('update workspace set sample = true');
      await (await linkedAgent(at.server)).post('/api/session/own').send(WORKSPACE).expect(200);
      await at.server.db.query('update workspace set sample = false');
    },
  ],
  [
    'post /api/workspace',
    'workspace.made',
    async (at) => {
      at.kept.workspace = (await at.ada.post('/api/workspace').send(WORKSPACE).expect(201)).body.id;
    },
  ],
  [
    'post /api/session/workspace',
    'workspace.entered',
    async (at) => {
      await at.ada.post('/api/session/workspace').send({ id: at.kept.workspace }).expect(200);
      await at.ada.post('/api/session/workspace').send({ id: at.server.workspace.id }).expect(200);
    },
  ],
  [
    'put /api/workspace/{id}/keeping',
    'workspace.changed',
    (at) =>
      at.ada
        .put(`${workspaceOf(at)}/keeping`)
        .send({ auditDays: 400 })
        .expect(204),
  ],
  [
    'put /api/workspace/{id}/hold',
    'workspace.changed',
    (at) =>
      at.ada
        .put(`${workspaceOf(at)}/hold`)
        .send({ reason: 'a dispute' })
        .expect(204),
  ],
  ['delete /api/workspace/{id}/hold', 'workspace.changed', (at) => at.ada.delete(`${workspaceOf(at)}/hold`).expect(204)],
];
