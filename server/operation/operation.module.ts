import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { InstallationGauges } from './installation-gauges.js';
import { METRICS_TOKEN, MetricsController } from './metrics.controller.js';
import { ProcessGauges } from './process-gauges.js';
import { Readiness } from './readiness.js';

/** For whoever runs Baton: whether it lives, whether it is ready, and its metrics. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    Readiness,
    // Collected in this order: connections that the second asks with would be counted by the first.
    ProcessGauges,
    InstallationGauges,
    { provide: METRICS_TOKEN, useFactory: () => process.env.BATON_METRICS_TOKEN || null },
  ],
})
export class OperationModule {}
