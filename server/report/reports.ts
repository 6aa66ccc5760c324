import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Report, type Workspace } from '../../etl/warehouse/index.js';
import { distinctAddresses } from './address.js';
import { newestMails } from './mails.js';
import type { Mail, ReportBody, ReportShape } from './report.schema.js';
import { scheduleWords } from './schedule-words.js';
import { nextSlot } from './slot.js';

/** Who gets the sample company's report: an address of a domain that is reserved for examples. */
const SAMPLE_RECIPIENT = 'executives@example.com';

export async function listReports(db: DataSource, workspaceId: string, now: Date): Promise<ReportShape[]> {
  const reports = await db.getRepository(Report).find({ where: { workspaceId }, order: { name: 'ASC', id: 'ASC' } });
  const newest = new Map((await newestMails(db, workspaceId)).map((mail) => [mail.reportId, mail]));
  return reports.map((report) => reportShape(report, newest.get(report.id) ?? null, now));
}

export async function findReport(db: DataSource, workspaceId: string, id: string): Promise<Report | null> {
  return db.getRepository(Report).findOneBy({ workspaceId, id });
}

/** Makes or changes a report. A new schedule owes nothing for the time before it. */
export async function putReport(
  db: DataSource,
  { workspaceId, id }: { workspaceId: string; id: string },
  { body, now }: { body: ReportBody; now: Date },
): Promise<ReportShape> {
  await db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, active, created_at, owed_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (workspace_id, id) do update set name = excluded.name, recipients = excluded.recipients,
       time_zone = excluded.time_zone, schedule = excluded.schedule, active = excluded.active,
       owed_from = case
         when (report.time_zone, report.schedule, report.active) = (excluded.time_zone, excluded.schedule, excluded.active)
         then report.owed_from else excluded.owed_from end`,
    [workspaceId, id, body.name, distinctAddresses(body.recipients), body.timeZone, body.schedule, body.active, now],
  );
  const saved = (await listReports(db, workspaceId, now)).find((report) => report.id === id);
  if (!saved) throw new Error(`Report ${id} vanished while it was saved. Save it again.`);
  return saved;
}

/** The report a workspace has from the start: Monday at 08:00, and nobody on its list but in the sample. Repeating it changes nothing. */
export async function ensureFirstReport(db: DataSource, workspace: Workspace, now = new Date()): Promise<void> {
  await db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, created_at, owed_from)
     values ($1, $2, 'Weekly handoff report', $3, $4, '0 8 * * 1', $5, $5)
     on conflict do nothing`,
    [workspace.id, firstReportId(workspace.id), workspace.sample ? [SAMPLE_RECIPIENT] : [], workspace.timeZone, now],
  );
}

/** The same for the same workspace, so that two servers starting at once make one report. */
function firstReportId(workspaceId: string): string {
  const hex = createHash('sha256').update(`weekly handoff report of ${workspaceId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function reportShape(report: Report, last: Mail | null, now: Date): ReportShape {
  const { id, name, recipients, timeZone, schedule, active } = report;
  const nextAt = active ? nextSlot(report, now).toISOString() : null;
  return { id, name, recipients, timeZone, schedule, scheduleWords: scheduleWords(schedule), active, nextAt, last };
}
