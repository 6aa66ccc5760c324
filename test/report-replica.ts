import type { DataSource } from 'typeorm';
import { AuditLog } from '../server/access/audit/audit-log.js';
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
  const audit = new AuditLog({ db, key: Buffer.alloc(32, 1), now });
  const postman = new Postman({ db, counter: new CounterHere(db, clock), audit, transport, publicUrl, now });
  return new ReportSchedule(db, clock, postman, silentLog());
}
