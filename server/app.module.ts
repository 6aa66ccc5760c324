import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { HandoffModule } from './handoff/handoff.module.js';
import { HealthController } from './health.controller.js';
import { type HttpOptions, httpModule } from './http/http.module.js';
import { RiskModule } from './risk/risk.module.js';

@Module({ imports: [AccessModule, HandoffModule, RiskModule], controllers: [HealthController] })
class AppModule {}

/** The whole server. */
export const appModule = (options: HttpOptions): DynamicModule => ({ module: AppModule, imports: [httpModule(options)] });
