import type { DataSource } from 'typeorm';
import { type Login, type Member, Workspace } from '../../etl/warehouse/index.js';

type ClaimedLogin = Pick<Login, 'id' | 'email' | 'name' | 'disabledAt' | 'passwordHash' | 'totpConfirmedAt'>;
type ClaimedMember = Pick<Member, 'role' | 'visibility' | 'teamId'>;

/** What stands behind a session or a token at one moment. */
export interface Standing {
  workspace: Workspace;
  /** Null when nobody has the id. */
  login: ClaimedLogin | null;
  /** Null when the login does not belong to the workspace. */
  member: ClaimedMember | null;
}

interface Row extends Workspace {
  member: string | null;
  role: string;
  visibility: string;
  teamId: string | null;
  login: string | null;
  email: string;
  loginName: string;
  disabledAt: Date | null;
  passwordHash: string | null;
  totpConfirmedAt: Date | null;
}

/** One question for all that every request asks, at the door. Null when there is no such workspace. */
export async function readClaimed(
  db: DataSource,
  { workspaceId, loginId }: { workspaceId: string; loginId: string },
): Promise<Standing | null> {
  const [row] = await db.query<Row[]>(
    `select ${columnsOfWorkspace(db)}, m.login_id as member, m.role, m.visibility, m.team_id as "teamId", l.id as login, l.email,
       l.name as "loginName", l.disabled_at as "disabledAt", l.password_hash as "passwordHash", l.totp_confirmed_at as "totpConfirmedAt"
     from workspace w
       left join member m on m.workspace_id = w.id and m.workspace_id = $1 and m.login_id = $2
       left join login l on l.id = $2
     where w.id = $1`,
    [workspaceId, loginId],
  );
  if (!row) return null;
  const { member, role, visibility, teamId, login, email, loginName: name, disabledAt, passwordHash, totpConfirmedAt, ...workspace } = row;
  return {
    workspace: Object.assign(new Workspace(), workspace),
    login: login === null ? null : { id: login, email, name, disabledAt, passwordHash, totpConfirmedAt },
    member: member === null ? null : { role, visibility, teamId },
  };
}

const columnsOfWorkspace = (db: DataSource) =>
  db
    .getMetadata(Workspace)
    .columns.map(({ databaseName, propertyName }) => `w.${databaseName} as "${propertyName}"`)
    .join(', ');
