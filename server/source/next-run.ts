import { CronTime } from 'cron';

/** The first moment of a cron expression after `after`, in a time zone. Throws when the expression is none. */
export function nextRun(schedule: string, timeZone: string, after: Date): Date {
  return new CronTime(schedule, timeZone).getNextDateFrom(after, timeZone).toJSDate();
}
