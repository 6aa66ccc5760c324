import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { SourceSchedule } from './schedule.js';
import { SourceController } from './source.controller.js';
import { Syncs } from './syncs.js';

/** Connected systems: reading them on time, and saying how fresh they are. */
@Module({ imports: [ScheduleModule.forRoot()], controllers: [SourceController], providers: [Syncs, SourceSchedule] })
export class SourceModule {}
