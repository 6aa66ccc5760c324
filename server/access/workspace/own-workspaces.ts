import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor, type Workspace } from '../../../etl/warehouse/index.js';
import { readRole } from '../role.js';
import type { SignedIn } from '../signed-in.js';
import type { NewWorkspace, WorkspaceChange, WorkspaceShape } from './workspace.schema.js';

const LISTED = `
  select w.id, w.name, w.sample, w.time_zone as "timeZone", w.currency, w.week_start as "weekStart", w.fiscal_start as "fiscalStart",
    w.second_factor_required as "secondFactorRequired", m.role
  from member m join workspace w on w.id = m.workspace_id
  where m.login_id = $1
  order by w.sample, w.name, w.id`;

type Row = Omit<WorkspaceShape, 'role' | 'current'> & { role: string };

/** The workspaces of which one is a member; of a link the one it opens. */
export async function ownWorkspaces(db: DataSource, { login, role }: SignedIn, current: Workspace): Promise<WorkspaceShape[]> {
  if (!login) return [told({ ...current, role }, current.id)];
  const rows = await atTheDoor(() => db.query<Row[]>(LISTED, [login.id]));
  return rows.map((row) => told(row, current.id));
}

export function told({ role, ...row }: Row, currentId: string): WorkspaceShape {
  const { id, name, sample, timeZone, currency, weekStart, fiscalStart, secondFactorRequired } = row;
  const current = id === currentId;
  return { id, name, sample, timeZone, currency, weekStart, fiscalStart, secondFactorRequired, role: readRole(role), current };
}

/** Makes a workspace at the door, within `tx`, with its first admin. Answers its id. */
export async function makeOwnWorkspace(
  tx: EntityManager,
  given: NewWorkspace,
  { loginId, at }: { loginId: string; at: Date },
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into workspace (id, name, time_zone, currency, week_start, fiscal_start, sample, created_at)
     values ($1, $2, $3, $4, $5, $6, false, $7)`,
    [id, given.name, given.timeZone, given.currency, given.weekStart, given.fiscalStart, at],
  );
  await tx.query(`insert into member (workspace_id, login_id, role, visibility, joined_at) values ($1, $2, 'admin', 'all', $3)`, [
    ...[id, loginId, at],
  ]);
  return id;
}

export async function changeWorkspace(tx: EntityManager, workspaceId: string, change: WorkspaceChange): Promise<void> {
  const { name = null, timeZone = null, currency = null, weekStart = null, fiscalStart = null, secondFactorRequired = null } = change;
  await tx.query(
    `update workspace set name = coalesce($2, name), time_zone = coalesce($3, time_zone), currency = coalesce($4, currency),
       week_start = coalesce($5, week_start), fiscal_start = coalesce($6, fiscal_start), second_factor_required = coalesce($7, second_factor_required)
     where id = $1`,
    [workspaceId, name, timeZone, currency, weekStart, fiscalStart, secondFactorRequired],
  );
}

/** Whether a login belongs to a workspace. */
export async function memberOf(db: DataSource, workspaceId: string, loginId: string): Promise<boolean> {
  const rows = await atTheDoor(() =>
    db.query<unknown[]>('select 1 from member where workspace_id = $1 and login_id = $2', [workspaceId, loginId]),
  );
  return rows.length > 0;
}
