import type { Answer, Request } from '../stand-in/fault.js';
import { refusal } from './error.js';
import type { Sobject } from './sobject.js';
import { moment } from './wire.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What was deleted in a span: what lies in the recycle bin, and what is not even there any more. */
export function deletedRecords(sobject: Sobject, { query }: Request, now: number): Answer {
  const [start, end] = [Date.parse(query.get('start') ?? ''), Date.parse(query.get('end') ?? '')];
  if (Number.isNaN(start) || Number.isNaN(end)) return refusal(400, 'INVALID_FIELD', 'start and end must be ISO 8601 date-times');
  if (end - start < MINUTE) return refusal(400, 'INVALID_REPLICATION_DATE', 'startDate must be at least one minute before endDate');
  if (start < now - 30 * DAY) return refusal(400, 'INVALID_REPLICATION_DATE', 'startDate must be within 30 days of the current date');
  const binned = sobject.rows().flatMap((row) => (row.IsDeleted === true ? [[row.Id, Number(row.SystemModstamp)] as const] : []));
  const deletedRecords = [...binned, ...sobject.purged]
    .filter(([, at]) => at >= start && at <= end)
    .map(([id, at]) => ({ id, deletedDate: moment(at, '+0000') }));
  const covered = Math.floor(Math.min(end, now) / MINUTE) * MINUTE;
  const body = { deletedRecords, earliestDateAvailable: moment(now - 30 * DAY, '+0000'), latestDateCovered: moment(covered, '+0000') };
  return { status: 200, body };
}
