import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { AuditController } from './audit.controller.js';
import { Audit } from './audit.js';
import { AuditLog } from './audit-log.js';
import { BegunDeeds } from './begun-deeds.js';
import { BrokenOff } from './broken-off.js';
import { NoteInterceptor } from './note.interceptor.js';

/** What was done is written down by every feature. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: NoteInterceptor },
    {
      provide: Audit,
      inject: [DataSource, Clock, Installation],
      useFactory: (db: DataSource, clock: Clock, { secretKey }: Installation) =>
        new AuditLog({ db, key: secretKey, now: () => clock.now() }),
    },
    {
      provide: BegunDeeds,
      inject: [DataSource, Audit, Clock],
      useFactory: (db: DataSource, audit: Audit, clock: Clock) => new BegunDeeds(db, audit, () => clock.now()),
    },
    BrokenOff,
  ],
  exports: [Audit, BegunDeeds],
})
export class AuditModule {}
