import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { within } from '../../etl/warehouse/index.js';
import { everyWorkspace } from '../access/workspaces.js';
import { Clock } from '../http/clock.js';
import { Log } from '../http/log.js';
import { LongWork } from '../http/long-work.js';

/** What is waited for before an answer says that it goes on. */
const PATIENCE_MILLISECONDS = 5_000;

/** Derives handoffs by new rules, beside the requests; what a stop interrupts goes on after the next start. */
@Injectable()
export class Derivations implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly under = new Map<string, Promise<void>>();

  constructor(
    @LongWork() private readonly db: DataSource,
    private readonly clock: Clock,
    @Log() private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { id } of await everyWorkspace(this.db)) if (await within(id, () => this.isDue(id))) void this.begin(id);
  }

  private async isDue(workspaceId: string): Promise<boolean> {
    const due = await this.db.query<unknown[]>('select 1 from definition_version where workspace_id = $1 and applied_at is null limit 1', [
      workspaceId,
    ]);
    return due.length > 0;
  }

  /** Whether it was done soon. What goes wrong is tried again by the next derivation. */
  async apply(workspaceId: string): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
    });
    const done = await Promise.race([this.begin(workspaceId), patience]);
    clearTimeout(timer);
    return done;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.under.values());
  }

  /** True when all is derived, by this or by the one that was under way. */
  private async begin(workspaceId: string): Promise<boolean> {
    await this.under.get(workspaceId);
    let failed = false;
    const run = within(workspaceId, () => deriveHandoffs(this.db, workspaceId, { at: this.clock.now() }))
      .then(() => {})
      .catch((error: unknown) => {
        failed = true;
        this.log.error({ err: error, workspaceId }, 'handoffs could not be derived by new rules');
      })
      .finally(() => this.under.delete(workspaceId));
    this.under.set(workspaceId, run);
    await run;
    return !failed;
  }
}
