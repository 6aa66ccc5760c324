import { setTimeout as wait } from 'node:timers/promises';
import type { WorkedRig } from './rig.js';

const MOST_SECONDS = 150;

export interface MailsKept {
  owed: number;
  kept: number;
  twice: number;
  /** The ledger says sent, and the mail server has none. */
  lost: number;
  open: number;
}

/** Of all slots that were owed while things went wrong, as soon as none is under way. */
export async function mailsKept({ db, mailbox, reportedId }: Pick<WorkedRig, 'db' | 'mailbox' | 'reportedId'>): Promise<MailsKept> {
  for (let i = 0; i < MOST_SECONDS && (await underWay(db, reportedId)) > 0; i++) await wait(1_000);
  const rows: { id: string; status: string }[] = await db.query(
    'select message_id as id, status from report_delivery where workspace_id = $1',
    [reportedId],
  );
  const kept = mailbox.mails.map(({ email }) => email.messageId?.replace(/^<|@.*$/g, ''));
  return {
    owed: rows.length,
    kept: kept.length,
    twice: kept.length - new Set(kept).size,
    lost: rows.filter(({ id, status }) => status === 'sent' && !kept.includes(id)).length,
    open: rows.filter(({ status }) => status !== 'sent').length,
  };
}

/** What will not come: the newest minute may be just due. */
async function underWay(db: WorkedRig['db'], workspaceId: string): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select count(*)::int as count from report_delivery where workspace_id = $1 and status in ('pending', 'sending')`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
