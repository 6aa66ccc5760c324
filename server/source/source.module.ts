import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ConnectController } from './connect.controller.js';
import { MappingController } from './mapping.controller.js';
import { SourceSchedule } from './schedule.js';
import { SourceController } from './source.controller.js';
import { Syncs } from './syncs.js';

/** Connected systems: reading them on time, and saying how fresh they are. */
@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [ConnectController, MappingController, SourceController],
  providers: [Syncs, SourceSchedule],
  exports: [Syncs],
})
export class SourceModule {}
