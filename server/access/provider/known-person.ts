import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { makeLogin, plainEmail } from '../login/logins.js';
import type { Person } from './provider.js';

/** Why somebody whom the provider knows is not let in. */
export type Refusal = 'unverified' | 'uninvited' | 'disabled' | 'unlinked' | 'linked-otherwise';

export type Met = { loginId: string; how: 'known' | 'linked' | 'joined' } | { refusal: Refusal };

interface Meeting {
  now: Date;
  /** Writes down who is linked or joins, if and only if it happens. */
  note(tx: EntityManager, met: { loginId: string; how: 'linked' | 'joined' }): Promise<void>;
}

/**
 * The login of a person: that which is linked to this very subject of this issuer; else, by an e-mail that the provider has verified and no
 * other, a login that is linked to nobody there yet, or a new one for whoever was invited at that address.
 */
export function meet(db: DataSource, person: Person, { now, note }: Meeting): Promise<Met> {
  return atTheDoor(() =>
    db.transaction(async (tx) => {
      // Two who come at once as the same person are met one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${person.issuer} ${person.subject}`]);
      const known = await linkedTo(tx, person);
      if (known) return known.disabled ? { refusal: 'disabled' } : { loginId: known.id, how: 'known' };
      if (!person.email || !person.emailVerified) return { refusal: 'unverified' };
      const verified = { ...person, email: plainEmail(person.email) };
      const met = (await byEmail(tx, verified, now)) ?? (await joining(tx, verified, now));
      if ('loginId' in met) await note(tx, met);
      return met;
    }),
  );
}

/** Links a person to a login by hand. False when the person is linked already, to whomever. */
export async function link(tx: EntityManager, { issuer, subject }: Person, loginId: string, now: Date): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `insert into login_identity (issuer, subject, login_id, linked_at) values ($1, $2, $3, $4)
     on conflict do nothing returning subject`,
    [issuer, subject, loginId, now],
  );
  if (rows.length === 0) return false;
  await tx.query('update login set unlinked_at = null where id = $1 and unlinked_at is not null', [loginId]);
  return true;
}

async function linkedTo(tx: EntityManager, { issuer, subject }: Person): Promise<{ id: string; disabled: boolean } | null> {
  const [found] = await tx.query<{ id: string; disabled: boolean }[]>(
    `select l.id, l.disabled_at is not null as disabled from login_identity i join login l on l.id = i.login_id
      where i.issuer = $1 and i.subject = $2`,
    [issuer, subject],
  );
  return found ?? null;
}

type Verified = Person & { email: string };

type Newly = { loginId: string; how: 'linked' | 'joined' } | { refusal: Refusal };

/** Null when the address has no login. */
async function byEmail(tx: EntityManager, person: Verified, now: Date): Promise<Newly | null> {
  const [found] = await tx.query<{ id: string; disabled: boolean; linked: boolean; unlinked: boolean }[]>(
    `select l.id, l.disabled_at is not null as disabled, l.unlinked_at is not null as unlinked,
            exists (select from login_identity i where i.login_id = l.id) as linked
       from login l where l.email = $1 for update`,
    [person.email],
  );
  if (!found) return null;
  if (found.disabled) return { refusal: 'disabled' };
  if (found.linked) return { refusal: 'linked-otherwise' };
  if (found.unlinked) return { refusal: 'unlinked' };
  await link(tx, person, found.id, now);
  await tx.query('update login set email_verified_at = coalesce(email_verified_at, $2) where id = $1', [found.id, now]);
  return { loginId: found.id, how: 'linked' };
}

interface Invited {
  workspaceId: string;
  role: string;
  visibility: string;
  teamId: string | null;
}

async function joining(tx: EntityManager, person: Verified, now: Date): Promise<Newly> {
  const [invited] = await tx.query<[Invited[], number]>(
    `update invitation set used_at = $2 where email = $1 and used_at is null and expires_at > $2
     returning workspace_id as "workspaceId", role, visibility, team_id as "teamId"`,
    [person.email, now],
  );
  if (invited.length === 0) return { refusal: 'uninvited' };
  const name = (person.name ?? person.email).slice(0, 100);
  const loginId = await makeLogin(tx, { email: person.email, name, passwordHash: null, emailVerified: true }, now);
  if (!loginId) return { refusal: 'linked-otherwise' };
  await link(tx, person, loginId, now);
  for (const { workspaceId, role, visibility, teamId } of invited)
    await tx.query(`insert into member (workspace_id, login_id, role, visibility, team_id, joined_at) values ($1, $2, $3, $4, $5, $6)`, [
      workspaceId,
      loginId,
      role,
      visibility,
      teamId,
      now,
    ]);
  return { loginId, how: 'joined' };
}
