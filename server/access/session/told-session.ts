import type { Request } from 'express';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, Login, LoginIdentity, RecoveryCode, type Workspace } from '../../../etl/warehouse/index.js';
import type { Installation } from '../../http/installation.js';
import { csrfTokenOf } from '../csrf.js';
import { secondFactorAsked } from '../login/second-factor-required.js';
import { type Role, readRole } from '../role.js';
import type { SignedIn } from '../signed-in.js';
import type { session } from './session.schema.js';

type Told = z.infer<typeof session>;

interface Asked {
  db: DataSource;
  installation: Installation;
}

/** Who is signed in, to what, and what they may do. */
export async function toldSession(
  { db, installation }: Asked,
  request: Request,
  who: { workspace: Workspace; signedIn: SignedIn },
): Promise<Told> {
  const { workspace, signedIn } = who;
  const { name, timeZone, sample, currency, weekStart, fiscalStart } = workspace;
  const secondFactor = secondFactorAsked(workspace, installation.entrance);
  const missing = signedIn.secondFactorMissing ?? false;
  return {
    workspace: { name, timeZone, sample, currency, weekStart, fiscalStart, secondFactor },
    workspaceId: workspace.id,
    login: signedIn.login && (await toldLogin(db, signedIn.login.id)),
    role: signedIn.role,
    sight: signedIn.sight,
    rights: [...signedIn.rights],
    secondFactorMissing: missing,
    csrfToken: csrfTokenOf(request.sessionID, installation.sessionKey),
    workspaces:
      signedIn.login && !missing
        ? await workspacesOf(db, signedIn.login.id)
        : [{ id: workspace.id, name: workspace.name, sample: workspace.sample, role: signedIn.role }],
  };
}

function toldLogin(db: DataSource, id: string): Promise<Told['login']> {
  return atTheDoor(async () => {
    const login = await db.getRepository(Login).findOneBy({ id });
    const left = await db.getRepository(RecoveryCode).createQueryBuilder().where('login_id = :id and used_at is null', { id }).getCount();
    if (!login) return null;
    const linked = await db.getRepository(LoginIdentity).existsBy({ loginId: id });
    const { email, name } = login;
    return {
      id,
      email,
      name,
      secondFactor: login.totpConfirmedAt !== null,
      password: login.passwordHash !== null,
      linked,
      recoveryCodesLeft: left,
    };
  });
}

/** The workspaces of which a login is a member, a company's own first. */
async function workspacesOf(db: DataSource, loginId: string): Promise<{ id: string; name: string; sample: boolean; role: Role }[]> {
  const rows = await atTheDoor(() =>
    db.query<{ id: string; name: string; sample: boolean; role: string }[]>(
      `select w.id, w.name, w.sample, m.role from member m join workspace w on w.id = m.workspace_id
        where m.login_id = $1 order by w.sample, w.name, w.id`,
      [loginId],
    ),
  );
  return rows.map((row) => ({ ...row, role: readRole(row.role) }));
}
