import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ReportDelivery } from '../../etl/warehouse/index.js';

/** One mail to send, claimed by one worker until its lease ends. */
export interface Claim {
  reportId: string;
  slot: Date;
  recipient: string;
  messageId: string;
  /** This one included. */
  attempts: number;
  claimedAt: Date;
}

interface Slot {
  workspaceId: string;
  reportId: string;
  slot: Date;
}

/** Seconds after which a claim whose worker died is taken by another. Sending gives up sooner. */
export const LEASE_SECONDS = 120;

/** With one, two, four ... sixty minutes between them, these span about five hours of a mail server being down. */
export const MOST_ATTEMPTS = 10;

/** The id of a mail: the same for the same slot and recipient, so that a repeat is recognised as one. */
export function mailId({ workspaceId, reportId, slot }: Slot, recipient: string): string {
  return createHash('sha256')
    .update(JSON.stringify([workspaceId, reportId, slot.toISOString(), recipient]))
    .digest('hex')
    .slice(0, 32);
}

/** Owes the slot to these recipients, each once, however often and by however many servers it is said. Answers how many are new. */
export async function owe(db: DataSource, at: Slot, recipients: readonly string[]): Promise<number> {
  const rows = await db.query<unknown[]>(
    `insert into report_delivery (workspace_id, report_id, slot, recipient, status, message_id)
     select $1, $2, $3, recipient, 'pending', message_id from unnest($4::text[], $5::text[]) as owed (recipient, message_id)
     on conflict do nothing
     returning recipient`,
    [at.workspaceId, at.reportId, at.slot, recipients, recipients.map((recipient) => mailId(at, recipient))],
  );
  return rows.length;
}

/** Whether the slot is in the ledger for anyone: a recipient added later is owed the next one only. */
export async function isOwed(db: DataSource, { workspaceId, reportId, slot }: Slot): Promise<boolean> {
  const rows = await db.query<unknown[]>(`select 1 from report_delivery where workspace_id = $1 and report_id = $2 and slot = $3 limit 1`, [
    workspaceId,
    reportId,
    slot,
  ]);
  return rows.length > 0;
}

/** Claims the oldest mail that is due: never tried, to be tried again, or left by a worker that died. */
export async function claim(db: Pick<DataSource, 'query'>, workspaceId: string, now: Date): Promise<Claim | null> {
  const [rows] = await db.query<[Claim[], number]>(
    `with next_mail as (
       select report_id, slot, recipient from report_delivery
       where workspace_id = $1 and (
         (status = 'pending' and (claimed_at is null or claimed_at + least(60, power(2, attempts - 1)) * interval '1 minute' <= $2))
         or (status = 'sending' and claimed_at + $3 * interval '1 second' <= $2))
       order by slot, recipient
       limit 1
       for update skip locked)
     update report_delivery as mail set status = 'sending', attempts = mail.attempts + 1, claimed_at = $2
     from next_mail
     where mail.workspace_id = $1 and mail.report_id = next_mail.report_id and mail.slot = next_mail.slot
       and mail.recipient = next_mail.recipient
     returning mail.report_id as "reportId", mail.slot, mail.recipient, mail.message_id as "messageId", mail.attempts,
       mail.claimed_at as "claimedAt"`,
    [workspaceId, now, LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

export type Outcome = Pick<ReportDelivery, 'status' | 'sentAt' | 'subject' | 'outboxFile' | 'error'>;

/** Notes what became of a claimed mail. False when the lease had ended and another worker holds it. */
export async function settle(
  db: Pick<DataSource, 'query'>,
  workspaceId: string,
  { mail, outcome }: { mail: Claim; outcome: Outcome },
): Promise<boolean> {
  const [, count] = await db.query<[unknown[], number]>(
    `update report_delivery set status = $5, sent_at = $6, subject = coalesce($7, subject), outbox_file = $8, error = $9
     where workspace_id = $1 and report_id = $2 and slot = $3 and recipient = $4 and status = 'sending' and claimed_at = $10`,
    [
      workspaceId,
      mail.reportId,
      mail.slot,
      mail.recipient,
      outcome.status,
      outcome.sentAt,
      outcome.subject,
      outcome.outboxFile,
      outcome.error,
      mail.claimedAt,
    ],
  );
  return count === 1;
}
