import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor, Login } from '../../../etl/warehouse/index.js';

/** As an e-mail is kept and looked up. */
export const plainEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

export const loginByEmail = (db: DataSource, email: string): Promise<Login | null> =>
  atTheDoor(() => db.getRepository(Login).findOneBy({ email: plainEmail(email) }));

export const loginById = (db: DataSource | EntityManager, id: string): Promise<Login | null> =>
  atTheDoor(() => db.getRepository(Login).findOneBy({ id }));

export interface NewLogin {
  email: string;
  name: string;
  /** Null for one who signs in with a provider. */
  passwordHash: string | null;
  /** Whether it was shown that the address is theirs: a provider said so. */
  emailVerified: boolean;
}

/** Makes a login, at the door and within `tx`. Null when the e-mail has one already. */
export async function makeLogin(tx: EntityManager, login: NewLogin, now: Date): Promise<string | null> {
  const [made] = await tx.query<{ id: string }[]>(
    `insert into login (id, email, name, password_hash, password_changed_at, email_verified_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
    [
      ...[randomUUID(), plainEmail(login.email), login.name, login.passwordHash],
      ...[login.passwordHash === null ? null : now, login.emailVerified ? now : null, now],
    ],
  );
  return made?.id ?? null;
}

/** A workspace that a login may enter: a company's own before the sample company's, the oldest first; null when it is a member of none. */
export async function firstWorkspaceOf(db: DataSource | EntityManager, loginId: string): Promise<string | null> {
  const [first] = await atTheDoor(() =>
    db.query<{ id: string }[]>(
      `select w.id from member m join workspace w on w.id = m.workspace_id
        where m.login_id = $1 order by w.sample, w.created_at, w.id limit 1`,
      [loginId],
    ),
  );
  return first?.id ?? null;
}

/** Whether somebody with a login is admin of a workspace: then the link of the server is no longer how one comes in. */
export async function hasAdmin(db: DataSource, workspaceId: string): Promise<boolean> {
  const rows = await atTheDoor(() =>
    db.query<unknown[]>(
      `select 1 from member m join login l on l.id = m.login_id
        where m.workspace_id = $1 and m.role = 'admin' and l.disabled_at is null limit 1`,
      [workspaceId],
    ),
  );
  return rows.length > 0;
}
