import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { Workspace } from '../../etl/warehouse/index.js';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { Clock } from '../../server/http/clock.js';
import { ensureFirstReport } from '../../server/report/reports.js';
import { type Agent, agentOf } from '../agent.js';
import { KnownHandoffs } from '../known-handoffs.js';
import type { TestServer } from '../server.js';
import { sessionOf, signInMember } from '../sign-in-member.js';

export const ROLE_NAMES = ['admin', 'manager', 'csm', 'executive', 'analyst', 'link', 'none', 'other', 'disabled', 'token'] as const;
/** other: an admin of another workspace; disabled: an admin whose login is; token: of an analyst, to read and export. */
export type RoleName = (typeof ROLE_NAMES)[number];

/** One of the two workspaces, and what stands in both alike. */
export interface Side {
  workspace: Workspace;
  admin: Agent;
  reportId: string;
  mailId: string;
  uploadId: string;
  handoffId: string;
}

export interface Ground {
  server: TestServer;
  own: Side;
  foreign: Side;
  /** Login and workspace of everybody with a login. */
  logins: Partial<Record<RoleName, { loginId: string; workspaceId: string }>>;
  tokenSecret: string;
}

/** Two workspaces with the same in them, and one of every role. */
export async function matrixGround(server: TestServer, now: Date): Promise<Ground> {
  const { db } = server;
  const foreign = { id: randomUUID(), name: 'Other company', timeZone: 'UTC', currency: 'EUR', createdAt: now };
  await db.getRepository(Workspace).insert(foreign);
  const other = await db.getRepository(Workspace).findOneByOrFail({ id: foreign.id });
  const logins: Ground['logins'] = {};
  const [team] = await db.query<{ id: string }[]>(
    `insert into team (workspace_id, id, name, created_at) values ($1, gen_random_uuid(), 'North', $2) returning id`,
    [server.workspace.id, now],
  );
  for (const role of ['admin', 'manager', 'csm', 'executive', 'analyst'] as const) {
    const { login } = await signInMember(server, { role, teamId: team?.id ?? null });
    logins[role] = { loginId: login.id, workspaceId: server.workspace.id };
  }
  const { login: disabled } = await signInMember(server, { role: 'admin' });
  await db.query('update login set disabled_at = $2 where id = $1', [disabled.id, now]);
  logins.disabled = { loginId: disabled.id, workspaceId: server.workspace.id };
  const { login: ruler } = await signInMember(server, { role: 'admin', workspaceId: other.id });
  logins.other = { loginId: ruler.id, workspaceId: other.id };
  for (const role of ['manager', 'csm'] as const) {
    await db.query(
      `insert into member_owner (workspace_id, login_id, owner_name, linked_by, linked_at) values ($1, $2, 'Ann', 'hand', $3)`,
      [...[server.workspace.id, logins[role]?.loginId, now]],
    );
  }
  const mine = await side(server, { workspace: server.workspace, loginId: logins.admin?.loginId ?? '', name: 'A', now });
  const theirs = await side(server, { workspace: other, loginId: ruler.id, name: 'B', now });
  const analyst = await sessionOf(server, logins.analyst ?? { loginId: '', workspaceId: '' });
  const given = { name: 'matrix', scopes: ['read', 'export'], visibility: 'all', days: 30 };
  const { body } = await analyst.post('/api/token').send(given).expect(201);
  return { server, own: mine, foreign: theirs, logins, tokenSecret: body.secret };
}

async function side(
  server: TestServer,
  { workspace, loginId, name, now }: { workspace: Workspace; loginId: string; name: string; now: Date },
): Promise<Side> {
  const { db } = server;
  const known = new KnownHandoffs(db, workspace.id);
  await known.readThrough(now);
  const handoffId = `deal-${name}1`;
  await known.won({ id: handoffId, wonAt: new Date(now.getTime() - 9 * 86_400_000), ownerName: 'Ann', csmName: 'Bo' });
  await ensureFirstReport(db, workspace, now);
  const admin = await sessionOf(server, { loginId, workspaceId: workspace.id });
  const { body: listed } = await admin.get('/api/report').expect(200);
  const reportId: string = listed.reports[0].id;
  const { body: sent } = await admin
    .post(`/api/report/${reportId}/send`)
    .send({ to: ['ann@example.com'] })
    .expect(200);
  const { body: upload } = await admin.post('/api/import').expect(201);
  return { workspace, admin, reportId, mailId: sent.mails[0].id, uploadId: upload.id, handoffId };
}

/** Somebody of the role, with a new session where there is one. */
export async function asRole(ground: Ground, role: RoleName): Promise<Agent> {
  const { server, logins, tokenSecret } = ground;
  if (role === 'none') return request.agent(server.app.getHttpServer());
  if (role === 'token') return withToken(server.app, tokenSecret);
  if (role === 'link') return linkOf(server);
  const known = logins[role];
  if (!known) throw new Error(`Nobody is ${role}.`);
  return sessionOf(server, known);
}

function withToken(app: NestExpressApplication, secret: string): Agent {
  return request.agent(app.getHttpServer()).set('authorization', `Bearer ${secret}`) as Agent;
}

async function linkOf(server: TestServer): Promise<Agent> {
  const agent = agentOf(server.app);
  const token = await makeSignInToken(server.db, server.workspace.id, server.app.get(Clock).now());
  await agent.get(`/sign-in?token=${token}`).expect(303);
  return agent;
}
