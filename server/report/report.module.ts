import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Counter } from '../counting/counter.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { MailController } from './mail.controller.js';
import { Postman } from './postman.js';
import { ReportController } from './report.controller.js';
import { ReportSchedule } from './schedule.js';
import { openTransport } from './transport.js';

/** Scheduled mail, and the ledger of what went to whom. */
@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [ReportController, MailController],
  providers: [
    ReportSchedule,
    {
      provide: Postman,
      inject: [DataSource, Counter, Clock, Installation],
      useFactory: (db: DataSource, counter: Counter, clock: Clock, { publicUrl, dataDirectory }: Installation) =>
        new Postman({ db, counter, publicUrl, now: () => clock.now(), transport: mailTransport({ publicUrl, dataDirectory }) }),
    },
  ],
})
export class ReportModule {}

/** As the environment says: SMTP_URL and BATON_MAIL_FROM. */
function mailTransport(at: { publicUrl: string; dataDirectory: string }) {
  return openTransport({ ...at, smtpUrl: process.env.SMTP_URL || undefined, from: process.env.BATON_MAIL_FROM || undefined });
}
