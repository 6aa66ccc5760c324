import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Audit } from '../access/audit/audit.js';
import { InvitationMail } from '../access/invitation/invitation-mail.js';
import { LoginMail } from '../access/login/login-mail.js';
import { Counter } from '../counting/counter.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { LOG } from '../http/log.js';
import { InvitationPost } from './invitation-post.js';
import { LoginPost } from './login-post.js';
import { MailController } from './mail.controller.js';
import { Postman } from './postman.js';
import { ReportController } from './report.controller.js';
import { ReportSchedule } from './schedule.js';
import { openTransport } from './transport.js';

/** Scheduled mail, and the ledger of what went to whom. */
@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [ReportController, MailController],
  providers: [
    ReportSchedule,
    {
      provide: Postman,
      inject: [DataSource, Counter, Clock, Installation, Audit],
      useFactory: (db: DataSource, counter: Counter, clock: Clock, { publicUrl, dataDirectory }: Installation, audit: Audit) =>
        new Postman({ db, counter, audit, publicUrl, now: () => clock.now(), transport: mailTransport({ publicUrl, dataDirectory }) }),
    },
    {
      provide: InvitationMail,
      inject: [Installation, LOG],
      useFactory: ({ publicUrl, dataDirectory }: Installation, log: Logger) =>
        new InvitationPost(mailTransport({ publicUrl, dataDirectory }), log),
    },
    {
      provide: LoginMail,
      inject: [Installation, LOG],
      useFactory: ({ publicUrl, dataDirectory }: Installation, log: Logger) =>
        new LoginPost(mailTransport({ publicUrl, dataDirectory }), log),
    },
  ],
  exports: [InvitationMail, LoginMail],
})
export class ReportModule {}

/** As the environment says: SMTP_URL and BATON_MAIL_FROM. */
function mailTransport(at: { publicUrl: string; dataDirectory: string }) {
  return openTransport({ ...at, smtpUrl: process.env.SMTP_URL || undefined, from: process.env.BATON_MAIL_FROM || undefined });
}
