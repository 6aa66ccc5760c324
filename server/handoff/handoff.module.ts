import { Module } from '@nestjs/common';
import { HandoffController } from './handoff.controller.js';

/** One handoff with its clocks and timeline, and the won deals that are none. */
@Module({ controllers: [HandoffController] })
export class HandoffModule {}
