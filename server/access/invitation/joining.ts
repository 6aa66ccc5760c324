import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, type Login } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { invalid } from '../../http/problem.js';
import { Audit } from '../audit/audit.js';
import { loginByEmail, makeLogin, type NewLogin } from '../login/logins.js';
import { acceptable } from '../login/password-rule.js';
import { Passwords } from '../login/passwords.js';
import { readRole } from '../role.js';
import type { Acceptance, openInvitation } from './invitation.schema.js';
import { invitationHash } from './invitations.js';

interface Open {
  workspaceId: string;
  workspaceName: string;
  id: string;
  email: string;
  role: string;
  sight: string;
  teamId: string | null;
  expiresAt: Date;
}

/** Says the same for wrong, used, withdrawn and expired: a stranger learns nothing. */
const closed = () => new NotFoundException('This invitation does not open. It works once, within 7 days. Ask for a new one.');

/** Lets the invited in. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
  ) {}

  /** What an invitation says, and what accepting it takes from one who is signed in with `loginId`. Throws NotFoundException. */
  async read(token: string, loginId: string | null): Promise<z.infer<typeof openInvitation>> {
    const open = await this.open(token);
    const login = await loginByEmail(this.db, open.email);
    const next = !login ? 'make-login' : login.id === loginId ? 'join' : 'sign-in';
    return {
      workspaceName: open.workspaceName,
      email: open.email,
      role: readRole(open.role),
      expiresAt: open.expiresAt.toISOString(),
      next,
    };
  }

  /** Makes a member of the invited one, with a new login or with that of `loginId`. Throws NotFoundException, and ConflictException when to sign in first. */
  async accept({ token, ...given }: Acceptance, loginId: string | null): Promise<{ workspaceId: string; loginId: string }> {
    const open = await this.open(token);
    const login = await loginByEmail(this.db, open.email);
    if (login && (login.id !== loginId || login.disabledAt)) throw new ConflictException(signInFirst(open.email));
    const entering = login ?? (await this.newLogin(open.email, given));
    return atTheDoor(() => this.db.transaction((tx) => this.join(tx, open, entering)));
  }

  private async join(tx: EntityManager, open: Open, entering: Login | NewLogin): Promise<{ workspaceId: string; loginId: string }> {
    const now = this.clock.now();
    if (!(await use(tx, open, now))) throw closed();
    const id = 'id' in entering ? entering.id : await makeLogin(tx, entering, now);
    if (id === null) throw new ConflictException(signInFirst(open.email));
    await tx.query('update login set email_verified_at = coalesce(email_verified_at, $2), last_sign_in_at = $2 where id = $1', [id, now]);
    await addMember(tx, open, { loginId: id, now });
    const actor = { by: 'session' as const, login: { id, email: open.email, name: entering.name } };
    const detail = { role: open.role, invitation: open.id };
    await this.audit.note({ workspaceId: open.workspaceId, action: 'member.joined', actor, subject: id, detail }, tx);
    return { workspaceId: open.workspaceId, loginId: id };
  }

  private async open(token: string): Promise<Open> {
    const [open] = await atTheDoor(() => this.db.query<Open[]>(OPEN, [invitationHash(token), this.clock.now()]));
    if (!open) throw closed();
    return open;
  }

  private async newLogin(email: string, { name, password }: Pick<Acceptance, 'name' | 'password'>): Promise<NewLogin> {
    if (!name) throw invalid([{ path: ['name'], message: 'Say how you are called' }]);
    if (!password) throw invalid([{ path: ['password'], message: 'Choose a password' }]);
    await acceptable(password, { email, name }, 'password');
    return { email, name, emailVerified: true, passwordHash: await this.passwords.hash(password) };
  }
}

const signInFirst = (email: string) => `${email} has a login already. Sign in with it, then open this link again.`;

const OPEN = `
  select i.workspace_id as "workspaceId", w.name as "workspaceName", i.id, i.email, i.role, i.visibility as sight, i.team_id as "teamId",
    i.expires_at as "expiresAt"
  from invitation i join workspace w on w.id = i.workspace_id
  where i.token_hash = $1 and i.used_at is null and i.expires_at > $2`;

/** Of two that come at once, one is let in. */
async function use(tx: EntityManager, { workspaceId, id }: Open, now: Date): Promise<boolean> {
  const [rows] = await tx.query<[unknown[], number]>(
    `update invitation set used_at = $3
     where workspace_id = $1 and id = $2 and used_at is null and expires_at > $3 returning id`,
    [workspaceId, id, now],
  );
  return rows.length === 1;
}

/** Who became a member meanwhile stays what they are. */
async function addMember(tx: EntityManager, open: Open, { loginId, now }: { loginId: string; now: Date }): Promise<void> {
  const [added] = await tx.query<unknown[]>(
    `insert into member (workspace_id, login_id, role, visibility, team_id, joined_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning login_id`,
    [open.workspaceId, loginId, open.role, open.sight, open.teamId, now],
  );
  if (!added) throw new ConflictException('You are a member of this workspace already.');
}
