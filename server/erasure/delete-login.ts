import type { EntityManager } from 'typeorm';
import { type Deed, INSTALLATION } from '../access/audit/audit.js';
import type { AuditLog } from '../access/audit/audit-log.js';
import { ERASING, eraseEntries } from '../access/audit/erase-entries.js';
import { assertNotHeld } from './hold.js';

export interface DeletedLogin {
  /** Mails to the person that are in the outbox; they are not deleted with the rows. */
  outboxFiles: string[];
}

interface Whose {
  loginId: string;
  audit: Pick<AuditLog, 'note'>;
  actor: Deed['actor'];
  /** Throws when the person is needed, or who asks may not. */
  allowed(tx: EntityManager): Promise<void>;
}

/** Deletes a login with all that is known of its person, in every workspace. Null when there is none. Throws Held. */
export async function deleteLogin(tx: EntityManager, { loginId, audit, actor, allowed }: Whose): Promise<DeletedLogin | null> {
  const [login] = await tx.query<{ email: string; name: string }[]>('select email, name from login where id = $1 for update', [loginId]);
  if (!login) return null;
  await allowed(tx);
  const member = await tx.query<{ id: string }[]>('select workspace_id as id from member where login_id = $1', [loginId]);
  await assertNotHeld(
    tx,
    member.map(({ id }) => id),
  );
  const { email, name } = login;
  const outboxFiles = await forgetMails(tx, email);
  for (const table of ['session', 'api_token', 'member']) await tx.query(`delete from ${table} where login_id = $1`, [loginId]);
  await tx.query('delete from invitation where lower(email) = lower($1)', [email]);
  await tx.query('update invitation set invited_by = null where invited_by = $1', [loginId]);
  await tx.query('update definition_version set decided_by = null where decided_by = any($1)', [[email, name, loginId]]);
  // What signs in, links and codes go with it.
  await tx.query('delete from login where id = $1', [loginId]);
  await silence(tx, { words: [loginId, email], audit, actor });
  return { outboxFiles };
}

async function forgetMails(tx: EntityManager, email: string): Promise<string[]> {
  const [rows] = await tx.query<[{ file: string | null }[], number]>(
    'delete from report_delivery where lower(recipient) = lower($1) returning outbox_file as file',
    [email],
  );
  await tx.query(
    `update report set recipients = array(select one from unnest(recipients) as one where lower(one) <> lower($1))
     where exists (select 1 from unnest(recipients) as one where lower(one) = lower($1))`,
    [email],
  );
  return rows.flatMap(({ file }) => (file === null ? [] : [file]));
}

interface Silenced {
  words: string[];
  audit: Pick<AuditLog, 'note'>;
  actor: Deed['actor'];
}

/** Takes the words out of what is under way and out of every audit log, each of which says so, and notes the deletion where it was asked for. */
export async function silence(tx: EntityManager, { words, audit, actor }: Silenced): Promise<void> {
  const logs = await tx.query<{ id: string }[]>('select workspace_id as id from audit_head order by 1');
  for (const { id: workspaceId } of logs) {
    for (const erased of await eraseEntries(tx, workspaceId, words)) {
      await audit.note({ workspaceId, action: ERASING, actor: 'Baton', detail: { erased } }, tx);
    }
  }
  await tx.query(
    `update begun_deed set actor = 'null', subject = null where exists (
       select 1 from unnest($1::text[]) word where strpos(lower(actor::text || coalesce(subject, '')), lower(word)) > 0)`,
    [words],
  );
  // Who deletes their own login is not named again.
  const own = typeof actor === 'object' && actor?.login && words.includes(actor.login.id);
  await audit.note({ workspaceId: INSTALLATION, action: ERASING, actor: own ? 'Baton' : actor }, tx);
}
