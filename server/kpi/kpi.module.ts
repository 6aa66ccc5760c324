import { Module } from '@nestjs/common';
import { KpiController } from './kpi.controller.js';

/** The KPIs. */
@Module({ controllers: [KpiController] })
export class KpiModule {}
