import { randomBytes, randomUUID } from 'node:crypto';
import { Login, Member } from '../../etl/warehouse/index.js';
import { sessionOf } from '../sign-in-member.js';
import type { Ground, RoleName, Side } from './ground.js';

export const ID_KINDS = ['own', 'foreign', 'random', 'malformed'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** Who asks of whose things. */
interface Asking {
  ground: Ground;
  side: Side;
  role: RoleName;
}

/** The ids that a route is asked with. What a request may remove is made anew for each. */
export interface Ids {
  of(asking: Asking): Promise<string> | string;
  random(): string;
  malformed: string;
  /** Said by Baton itself, so no workspace has its own. */
  everywhere?: true;
}

const uuids = { random: () => randomUUID(), malformed: 'not-an-id' };
const texts = { random: () => `none-${randomBytes(6).toString('hex')}`, malformed: 'x'.repeat(400) };

/** Inserts a row and answers its id. */
const made =
  (insert: string) =>
  async ({ ground, side }: Asking): Promise<string> => {
    const id = randomUUID();
    await ground.server.db.query(insert, [side.workspace.id, id]);
    return id;
  };

async function member({ ground: { server }, side }: Asking): Promise<string> {
  const id = randomUUID();
  const at = new Date('2026-03-01');
  await server.db.getRepository(Login).insert({ id, email: `${id}@baton.example`, name: 'Fresh', createdAt: at });
  const given = { role: 'executive', visibility: 'all', teamId: null, joinedAt: at };
  await server.db.getRepository(Member).insert({ workspaceId: side.workspace.id, loginId: id, ...given });
  return id;
}

async function source({ ground, side }: Asking): Promise<string> {
  const id = `fresh-${randomBytes(4).toString('hex')}`;
  await ground.server.db.query(`insert into source (workspace_id, id, kind, name, created_at) values ($1, $2, 'hubspot', 'Fresh', now())`, [
    ...[side.workspace.id, id],
  ]);
  return id;
}

async function token({ ground, side }: Asking): Promise<string> {
  const { logins, own, server } = ground;
  const owner = side === own ? logins.analyst : logins.other;
  const id = randomUUID();
  await server.db.query(
    `insert into api_token (workspace_id, id, login_id, name, prefix, token_hash, scopes, visibility, created_at, expires_at)
     values ($1, $2::uuid, $3, 'Fresh', 'baton_x', $2::text, '{read}', 'all', now(), now() + interval '10 years')`,
    [side.workspace.id, id, owner?.loginId],
  );
  return id;
}

/** The hash of a session of the one who asks, or of the admin of the other side. */
async function session({ ground, side, role }: Asking): Promise<string> {
  const mine = ground.logins[role];
  const whose = mine && mine.workspaceId === side.workspace.id ? mine : side === ground.own ? ground.logins.disabled : ground.logins.other;
  if (!whose) throw new Error('Both sides have somebody with a login.');
  await sessionOf(ground.server, whose);
  const [row] = await ground.server.db.query<{ sid: string }[]>('select sid from session where login_id = $1 order by seen_at desc, sid', [
    whose.loginId,
  ]);
  return row?.sid ?? '';
}

/** A workspace that is held, so that it can be released. */
async function held({ ground, side }: Asking): Promise<string> {
  const { id } = side.workspace;
  await ground.server.db.query(`update workspace set hold_reason = 'Kept', held_at = now() where id = $1`, [id]);
  return id;
}

const TEAM = `insert into team (workspace_id, id, name, created_at) values ($1, $2, 'Fresh', now())`;
const INVITATION = `insert into invitation (workspace_id, id, token_hash, email, role, visibility, created_at, expires_at)
  values ($1, $2::uuid, $2::text, 'fresh@baton.example', 'csm', 'mine', now(), now() + interval '10 years')`;

export const IDS = {
  kpi: { ...texts, of: () => 'churn-90d', everywhere: true },
  factor: { ...texts, of: () => 'brief-complete', everywhere: true },
  version: { of: () => '1', random: () => '987654', malformed: 'one', everywhere: true },
  handoff: { ...texts, of: ({ side }) => side.handoffId },
  upload: { ...uuids, of: ({ side }) => side.uploadId },
  report: { ...uuids, of: ({ side }) => side.reportId },
  mail: { random: () => randomBytes(16).toString('hex'), malformed: 'not-an-id', of: ({ side }) => side.mailId },
  workspace: { ...uuids, of: ({ side }) => side.workspace.id },
  held: { ...uuids, of: held },
  member: { ...uuids, of: member },
  team: { ...uuids, of: made(TEAM) },
  invitation: { ...uuids, of: made(INVITATION) },
  source: { ...texts, of: source },
  token: { ...uuids, of: token },
  session: { random: () => randomBytes(32).toString('hex'), malformed: 'not-an-id', of: session },
} satisfies Record<string, Ids>;

export type IdName = keyof typeof IDS;
