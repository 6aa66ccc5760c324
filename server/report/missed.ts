import type { DataSource } from 'typeorm';
import type { Report } from '../../etl/warehouse/index.js';
import { newestSlot, nextSlot, slotCount } from './slot.js';

/** How many slots are counted as missed; more say the same. */
const MOST = 100;

/** How many slots of its schedule went by, before this one, for which nothing is in the ledger; 0 for a mail sent by hand. */
export async function missedCount(db: DataSource, report: Report, slot: Date): Promise<number> {
  if (!isScheduled(report, slot)) return 0;
  const earlier = await db.query<{ slot: Date }[]>(
    `select distinct slot from report_delivery
     where workspace_id = $1 and report_id = $2 and slot < $3 and slot > $4
     order by slot desc limit 50`,
    [report.workspaceId, report.id, slot, report.owedFrom],
  );
  const before = earlier.find((mail) => isScheduled(report, mail.slot));
  return slotCount(report, { after: before?.slot ?? report.owedFrom, before: slot, most: MOST });
}

/** The newest slot that a report owes at a moment; null when it owes none. */
export function owedSlot(report: Report, now: Date): Date | null {
  return report.active && report.recipients.length ? newestSlot(report, { after: report.owedFrom, until: now }) : null;
}

function isScheduled(report: Report, slot: Date): boolean {
  return nextSlot(report, new Date(slot.getTime() - 1)).getTime() === slot.getTime();
}
