import type { DataSource } from 'typeorm';
import { CounterHere } from '../server/counting/counter-here.js';
import { Clock } from '../server/http/clock.js';
import { silentLog } from '../server/http/log.js';
import { Postman } from '../server/report/postman.js';
import { ReportSchedule } from '../server/report/schedule.js';
import { openTransport } from '../server/report/transport.js';

/** The report work of one server, as its module puts it together. */
export function reportReplica({ db, smtpUrl, now }: { db: DataSource; smtpUrl: string; now: () => Date }): ReportSchedule {
  const clock = new Clock(now);
  const publicUrl = 'https://baton.example';
  const transport = openTransport({ smtpUrl, from: 'baton@baton.example', publicUrl, dataDirectory: '/nonexistent' });
  const postman = new Postman({ db, counter: new CounterHere(db, clock), transport, publicUrl, now });
  return new ReportSchedule(db, clock, postman, silentLog());
}
