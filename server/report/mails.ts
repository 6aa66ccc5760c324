import type { DataSource } from 'typeorm';
import type { Mail } from './report.schema.js';

interface Row extends Omit<Mail, 'slot' | 'sentAt'> {
  slot: Date;
  sentAt: Date | null;
}

const COLUMNS = `m.message_id as id, m.report_id as "reportId", r.name as "reportName", m.slot, m.recipient, m.status, m.attempts,
  m.sent_at as "sentAt", m.subject, m.outbox_file as "outboxFile", m.error`;

/** The ledger, newest slot first, a page of it. `after` is the slot and id of the last mail of the page before. */
export async function listMails(
  db: DataSource,
  workspaceId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ mails: Mail[]; next: string | null }> {
  const [slot = null, id = null] = after?.split('_') ?? [];
  const rows = await db.query<Row[]>(
    `select ${COLUMNS} from report_delivery m join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
     where m.workspace_id = $1 and ($2::timestamptz is null or (m.slot, m.message_id) < ($2::timestamptz, $3))
     order by m.slot desc, m.message_id desc
     limit $4`,
    [workspaceId, slot, id, limit + 1],
  );
  const page = rows.slice(0, limit).map(shape);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { mails: page, next: last ? `${last.slot}_${last.id}` : null };
}

/** One mail of the ledger; null when there is none of that id. */
export async function findMail(db: DataSource, workspaceId: string, id: string): Promise<Mail | null> {
  const [row] = await db.query<Row[]>(
    `select ${COLUMNS} from report_delivery m join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
     where m.workspace_id = $1 and m.message_id = $2`,
    [workspaceId, id],
  );
  return row ? shape(row) : null;
}

/** What one slot of a report owes to whom. */
export async function mailsOfSlot(
  db: DataSource,
  workspaceId: string,
  { reportId, slot }: { reportId: string; slot: Date },
): Promise<Mail[]> {
  const rows = await db.query<Row[]>(
    `select ${COLUMNS} from report_delivery m join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
     where m.workspace_id = $1 and m.report_id = $2 and m.slot = $3
     order by m.recipient`,
    [workspaceId, reportId, slot],
  );
  return rows.map(shape);
}

/** The newest mail of every report that has one. */
export async function newestMails(db: DataSource, workspaceId: string): Promise<Mail[]> {
  const rows = await db.query<Row[]>(
    `select distinct on (m.report_id) ${COLUMNS}
     from report_delivery m join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
     where m.workspace_id = $1
     order by m.report_id, m.slot desc, m.recipient`,
    [workspaceId],
  );
  return rows.map(shape);
}

const shape = ({ slot, sentAt, ...row }: Row): Mail => ({
  ...row,
  slot: slot.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});
