import type { Client } from 'pg';
import { newestSlot } from '../report/slot.js';

interface Scheduled {
  workspaceId: string;
  id: string;
  recipients: string[];
  timeZone: string;
  schedule: string;
  owedFrom: Date;
}

/** What stands in the ledger of such a mail. */
const WHY = 'It fell due between the backup and its restoration, and may have gone out then. Send it by hand if nobody has it.';

/**
 * Whether a mail went out after the backup was made is not in the backup. So that none goes out twice, those under way then, and
 * the newest that each report owes since, are noted as not sent, with the reason. How many.
 */
export async function settleMails(client: Client, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `update report_delivery set status = 'failed', error = $1 where status in ('pending', 'sending')`,
    [WHY],
  );
  const { rows } = await client.query<Scheduled>(
    `select workspace_id as "workspaceId", id, recipients, time_zone as "timeZone", schedule, owed_from as "owedFrom"
     from report where active and recipients <> '{}'`,
  );
  let settled = rowCount ?? 0;
  for (const report of rows) settled += await noteNewest(client, report, now);
  return settled;
}

async function noteNewest(client: Client, report: Scheduled, now: Date): Promise<number> {
  const slot = newestSlot(report, { after: report.owedFrom, until: now });
  if (!slot) return 0;
  const { rowCount } = await client.query(
    `insert into report_delivery (workspace_id, report_id, slot, recipient, status, error)
     select $1, $2, $3, recipient, 'failed', $5 from unnest($4::text[]) as recipient
     where not exists (select 1 from report_delivery where workspace_id = $1 and report_id = $2 and slot = $3)`,
    [report.workspaceId, report.id, slot, report.recipients, WHY],
  );
  return rowCount ?? 0;
}
