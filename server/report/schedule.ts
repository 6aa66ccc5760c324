import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Report, type Workspace, within } from '../../etl/warehouse/index.js';
import { everyWorkspace } from '../access/workspaces.js';
import { Clock } from '../http/clock.js';
import { Log } from '../http/log.js';
import { isOwed, owe } from './ledger.js';
import { owedSlot } from './missed.js';
import { Postman } from './postman.js';

/** Writes into the ledger what each report owes, and has it sent. */
@Injectable()
export class ReportSchedule implements OnModuleDestroy {
  #ticking = false;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly postman: Postman,
    @Log() private readonly log: Logger,
  ) {}

  /** Every minute; a minute that takes longer is not started a second time. */
  @Cron('0 * * * * *')
  async minute(): Promise<void> {
    if (this.#ticking) return;
    this.#ticking = true;
    try {
      await this.tick();
    } catch (error) {
      // The database was away; the next minute finds the same slots owed.
      this.log.warn({ err: error }, 'reports could not be sent this minute');
    } finally {
      this.#ticking = false;
    }
  }

  /** Owes the newest slot of every report, once, and sends what is due. Slots missed before it are not made up for. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    for (const workspace of await everyWorkspace(this.db)) await within(workspace.id, () => this.#tickIn(workspace, now));
  }

  async #tickIn(workspace: Workspace, now: Date): Promise<void> {
    const reports = await this.db.getRepository(Report).findBy({ workspaceId: workspace.id, active: true });
    for (const report of reports) await this.#enqueue(report, now);
    await this.postman.deliverDue(workspace);
  }

  onModuleDestroy(): Promise<void> {
    return this.postman.stop();
  }

  async #enqueue(report: Report, now: Date): Promise<void> {
    const slot = owedSlot(report, now);
    if (!slot) return;
    const at = { workspaceId: report.workspaceId, reportId: report.id, slot };
    if (!(await isOwed(this.db, at))) await owe(this.db, at, report.recipients);
  }
}
