import { Module } from '@nestjs/common';
import { MailController } from './mail.controller.js';
import { Postman } from './postman.js';
import { ReportController } from './report.controller.js';

/** Scheduled mail, and the ledger of what went to whom. */
@Module({ controllers: [ReportController, MailController], providers: [Postman] })
export class ReportModule {}
