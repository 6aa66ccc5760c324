import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './access/audit/audit.module.js';
import { PeopleModule } from './access/people.module.js';
import { TokenModule } from './access/token/token.module.js';
import { countingModule } from './counting/counting.module.js';
import { DefinitionModule } from './definition/definition.module.js';
import { DriverModule } from './driver/driver.module.js';
import { erasureModule } from './erasure/erasure.module.js';
import { ExportModule } from './export/export.module.js';
import { HandoffModule } from './handoff/handoff.module.js';
import { type HttpOptions, httpModule } from './http/http.module.js';
import { ImportModule } from './import/import.module.js';
import { KpiModule } from './kpi/kpi.module.js';
import { MatchModule } from './match/match.module.js';
import { OperationModule } from './operation/operation.module.js';
import { ProcessModule } from './process/process.module.js';
import { RepeatModule } from './repeat/repeat.module.js';
import { ReportModule } from './report/report.module.js';
import { RestatementModule } from './restatement/restatement.module.js';
import { RiskModule } from './risk/risk.module.js';
import { SourceModule } from './source/source.module.js';
import { WebhookModule } from './webhook/webhook.module.js';

@Module({
  imports: [
    AuditModule,
    TokenModule,
    AccessModule,
    DefinitionModule,
    // Before the handoffs: `handoff/export` is no handoff of that id.
    ExportModule,
    DriverModule,
    HandoffModule,
    ImportModule,
    KpiModule,
    MatchModule,
    PeopleModule,
    OperationModule,
    ProcessModule,
    RepeatModule,
    RestatementModule,
    RiskModule,
    ReportModule,
    SourceModule,
    WebhookModule,
  ],
})
class AppModule {}

export interface AppOptions extends HttpOptions {
  /** Whether questions are counted in a thread of their own; not when left out. */
  countBeside?: boolean;
  /** Seconds for which what syncs bring may wait to be seen; 0 when left out. */
  freshWithin?: number | undefined;
  /** Of the owner of the tables; where it is left out, `db` is connected to it. */
  ownerUrl?: string;
}

/** The whole server. */
export const appModule = ({ countBeside = false, freshWithin, ownerUrl, ...options }: AppOptions): DynamicModule => ({
  module: AppModule,
  imports: [
    httpModule(options),
    countingModule({ beside: countBeside, freshWithin }),
    erasureModule({ ownerUrl: ownerUrl ?? urlOf(options.db) }),
  ],
});

/** A pool is given its address as a whole. Nothing is connected to where there is none, as when only the routes are described. */
const urlOf = ({ options }: DataSource): string => (options.type === 'postgres' && options.url) || 'postgres://nowhere/none';
