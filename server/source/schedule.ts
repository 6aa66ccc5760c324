import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { forgetReceipts, sourcesWithQueue } from '../../etl/sync/webhook-queue.js';
import { type Workspace, within } from '../../etl/warehouse/index.js';
import { everyWorkspace } from '../access/workspaces.js';
import { Clock } from '../http/clock.js';
import { Log } from '../http/log.js';
import { unappliedMappings } from './mappings.js';
import { readSources, type SourceFacts } from './source-row.js';
import { dueAt } from './standing.js';
import { Syncs } from './syncs.js';

/**
 * Begins what is due, looking every minute. What is due follows from the last run in the database, so a slot that
 * passed while Baton was down is made up for once, and a change of schedule needs no restart.
 */
@Injectable()
export class SourceSchedule {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly syncs: Syncs,
    private readonly registry: SchedulerRegistry,
    @Log() private readonly log: Logger,
  ) {}

  /** `sample`: whether the sources of the sample company answer. */
  start({ sample }: { sample: boolean }): void {
    const look = async () => {
      await this.beginDue({ sample }).catch((error) => this.log.warn({ err: error }, 'schedule'));
    };
    const job = new CronJob('0 * * * * *', look);
    this.registry.addCronJob('source', job);
    job.start();
  }

  /** Begins to read every source whose time has come, or of which a vendor has named something; answers their ids. */
  async beginDue({ sample }: { sample: boolean }): Promise<string[]> {
    const workspaces = await everyWorkspace(this.db);
    const begun: string[] = [];
    for (const workspace of workspaces.filter((one) => sample || !one.sample))
      begun.push(...(await within(workspace.id, () => this.beginIn(workspace))));
    return begun;
  }

  private async beginIn({ id: workspaceId, timeZone }: Workspace): Promise<string[]> {
    const now = this.clock.now();
    await forgetReceipts(this.db, workspaceId, now);
    const queued = new Set(await sourcesWithQueue(this.db, workspaceId));
    const unapplied = new Set(await unappliedMappings(this.db, workspaceId));
    const begun: string[] = [];
    for (const source of await readSources(this.db, workspaceId)) {
      const trigger = dueFor(source, {
        ...{ timeZone, now, queued: queued.has(source.id), unapplied: unapplied.has(source.id) },
      });
      if (trigger && this.syncs.begin({ workspaceId, sourceId: source.id, trigger })) begun.push(source.id);
    }
    return begun;
  }
}

interface Waiting {
  timeZone: string;
  now: Date;
  /** A vendor has named something of it. */
  queued: boolean;
  /** Its newest mapping has not been applied. */
  unapplied: boolean;
}

/** Why a source is to be read now; null when it is not. */
function dueFor(source: SourceFacts, { timeZone, now, queued, unapplied }: Waiting) {
  if (source.running) return null;
  if (unapplied) return 'mapping';
  if (source.pausedReason) return null;
  const due = dueAt(source, timeZone);
  if (due && due <= now) return 'schedule';
  return queued ? 'webhook' : null;
}
