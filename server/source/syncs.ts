import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type RunOptions, type RunOutcome, runSync } from '../../etl/sync/run.js';
import { RunInProgress } from '../../etl/sync/run-in-progress.js';
import { Source, within } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Log } from '../http/log.js';
import { LongWork } from '../http/long-work.js';
import { Metrics } from '../http/metrics.js';
import { applyMapping } from './mappings.js';

interface Wanted {
  workspaceId: string;
  sourceId: string;
  /** 'mapping' asks no vendor: it reads the stored records by the newest mapping. */
  trigger: RunOptions['trigger'] | 'mapping';
}

const BURST_MILLISECONDS = 2_000;

/** The runs that this process has under way. */
@Injectable()
export class Syncs implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly under = new Map<string, Promise<void>>();
  private readonly planned = new Map<string, NodeJS.Timeout>();

  constructor(
    @LongWork() private readonly db: DataSource,
    private readonly installation: Installation,
    private readonly clock: Clock,
    @Log() private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** Ids of a workspace's sources that are being read by this process. */
  begun(workspaceId: string): Set<string> {
    const prefix = `${workspaceId} `;
    return new Set([...this.under.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  }

  /** Begins to read a source and does not wait. False when this process reads it already. What goes wrong is in the run's row. */
  begin(wanted: Wanted): boolean {
    const key = `${wanted.workspaceId} ${wanted.sourceId}`;
    if (this.under.has(key) || this.stopping.signal.aborted) return false;
    const run = this.run(wanted).finally(() => this.under.delete(key));
    this.under.set(key, run);
    return true;
  }

  /** Reads what a vendor has named a moment from now, so that a burst of its messages is one run. What cannot be read then waits for the schedule's next look. */
  soon({ workspaceId, sourceId }: Omit<Wanted, 'trigger'>): void {
    const key = `${workspaceId} ${sourceId}`;
    if (this.planned.has(key) || this.stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.planned.delete(key);
      this.begin({ workspaceId, sourceId, trigger: 'webhook' });
    }, BURST_MILLISECONDS);
    this.planned.set(key, timer.unref());
  }

  /** Stops reading at the next page and waits for it. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.planned.values()) clearTimeout(timer);
    await Promise.all(this.under.values());
  }

  private async run(wanted: Wanted): Promise<void> {
    const { sourceId, trigger } = wanted;
    try {
      const { outcome, error } = await within(wanted.workspaceId, () => this.readOrApply(wanted));
      if (outcome !== 'succeeded' && !this.stopping.signal.aborted) this.log.warn({ sourceId, trigger, outcome, error }, 'sync');
      else this.log.info({ sourceId, trigger, outcome }, 'sync');
    } catch (error) {
      if (!(error instanceof RunInProgress)) this.log.error({ err: error, sourceId, trigger }, 'sync failed');
    }
  }

  private async readOrApply({ trigger, ...of }: Wanted): Promise<{ outcome: string; error: string | null }> {
    const run = { ...of, secretKey: this.installation.secretKey, now: () => this.clock.now(), signal: this.stopping.signal };
    if (trigger !== 'mapping') return this.measured(of, () => runSync(this.db, { ...run, trigger }));
    await applyMapping(this.db, run);
    return { outcome: 'succeeded', error: null };
  }

  private async measured({ workspaceId, sourceId: id }: Omit<Wanted, 'trigger'>, sync: () => Promise<RunOutcome>): Promise<RunOutcome> {
    const startedAt = performance.now();
    const run = await sync();
    const source = await this.db
      .getRepository(Source)
      .findOne({ where: { workspaceId, id }, select: { workspaceId: true, id: true, kind: true } });
    const total = (count: 'readCount' | 'writtenCount' | 'rejectedCount') => run.streams.reduce((sum, stream) => sum + stream[count], 0);
    const records = { read: total('readCount'), written: total('writtenCount'), rejected: total('rejectedCount') };
    this.metrics.synced(
      { kind: source?.kind ?? 'unknown', outcome: run.outcome },
      { milliseconds: performance.now() - startedAt, records },
    );
    return run;
  }
}
