import { Module } from '@nestjs/common';
import { Snapshots } from '../handoff/snapshot.js';
import { KpiAnswers } from './answer.js';
import { KpiController } from './kpi.controller.js';

/** The KPIs, and the columns they are counted from. */
@Module({ controllers: [KpiController], providers: [Snapshots, KpiAnswers], exports: [Snapshots, KpiAnswers] })
export class KpiModule {}
