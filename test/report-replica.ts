import type { DataSource } from 'typeorm';
import { Snapshots } from '../server/handoff/snapshot.js';
import { Clock } from '../server/http/clock.js';
import { silentLog } from '../server/http/log.js';
import { KpiAnswers } from '../server/kpi/answer.js';
import { Postman } from '../server/report/postman.js';
import { ReportSchedule } from '../server/report/schedule.js';
import { openTransport } from '../server/report/transport.js';

/** The report work of one server, as its module puts it together. */
export function reportReplica({ db, smtpUrl, now }: { db: DataSource; smtpUrl: string; now: () => Date }): ReportSchedule {
  const clock = new Clock(now);
  const publicUrl = 'https://baton.example';
  const transport = openTransport({ smtpUrl, from: 'baton@baton.example', publicUrl, dataDirectory: '/nonexistent' });
  const postman = new Postman({ db, kpis: new KpiAnswers(db, new Snapshots(db), clock), transport, publicUrl, now });
  return new ReportSchedule(db, clock, postman, silentLog());
}
