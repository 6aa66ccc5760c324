import { randomUUID } from 'node:crypto';
import { Login, Member } from '../etl/warehouse/index.js';
import { type Role, type Sight, USUAL_SIGHT } from '../server/access/role.js';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { Clock } from '../server/http/clock.js';
import { agentOf } from './agent.js';
import type { TestServer } from './server.js';

export interface MemberSession {
  agent: TestServer['agent'];
  login: Login;
}

export interface MemberOptions {
  role: Role;
  sight?: Sight;
  teamId?: string | null;
  email?: string;
  name?: string;
  /** Default: that of the server. */
  workspaceId?: string;
}

/** A verified login that is a member, and an agent with a session of it. */
export async function signInMember(server: TestServer, options: MemberOptions): Promise<MemberSession> {
  const { db, workspace } = server;
  const workspaceId = options.workspaceId ?? workspace.id;
  const at = server.app.get(Clock).now();
  const id = randomUUID();
  const email = options.email ?? `${options.role}-${id.slice(0, 8)}@baton.example`;
  const given = { id, email, emailVerifiedAt: at, name: options.name ?? email, createdAt: at };
  await db.getRepository(Login).insert(given);
  const member = {
    role: options.role,
    visibility: options.sight ?? USUAL_SIGHT[options.role],
    teamId: options.teamId ?? null,
    joinedAt: at,
  };
  await db.getRepository(Member).insert({ workspaceId, loginId: id, ...member });
  const login = await db.getRepository(Login).findOneByOrFail({ id });
  return { agent: await sessionOf(server, { loginId: id, workspaceId }), login };
}

/** A session of a login, made from that of a link, whose row is then given the login. */
export async function sessionOf(server: TestServer, { loginId, workspaceId }: { loginId: string; workspaceId: string }) {
  const agent = agentOf(server.app);
  const token = await makeSignInToken(server.db, workspaceId, server.app.get(Clock).now());
  const answer = await agent.get(`/sign-in?token=${token}`).expect(303);
  const [, sid] = /=s%3A([^.]+)\./.exec(String(answer.headers['set-cookie'])) ?? [];
  if (!sid) throw new Error('The link made no session.');
  await server.db.query(
    `update session set sess = jsonb_set(sess::jsonb, '{loginId}', to_jsonb($2::text)) where sid in ($1, encode(sha256(convert_to($1, 'UTF8')), 'hex'))`,
    [sid, loginId],
  );
  return agent;
}
