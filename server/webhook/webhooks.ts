import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { WebhookRequest } from '../../etl/source/source-kind.js';
import { openCredentials } from '../../etl/sync/credentials.js';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import { queueWebhook } from '../../etl/sync/webhook-queue.js';
import { Source, within } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Log } from '../http/log.js';
import { Syncs } from '../source/syncs.js';

export type Heard = 'queued' | 'known already' | 'not believed' | 'not understood';

interface To {
  workspaceId: string;
  sourceId: string;
}

/** Believes or refuses what vendors send, and queues what they name. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly syncs: Syncs,
    @Log() private readonly log: Logger,
  ) {}

  /** The address names the workspace, and a workspace that is not there has no source. */
  async hear(to: To, request: WebhookRequest): Promise<Heard> {
    if (!z.guid().safeParse(to.workspaceId).success) return 'not believed';
    return within(to.workspaceId, () => this.hearIn(to, request));
  }

  private async hearIn(to: To, request: WebhookRequest): Promise<Heard> {
    const source = await this.find(to);
    const webhook = source && sourceKindOf(source.kind)?.webhook;
    if (!source?.credentials || !webhook) return 'not believed';
    const at = this.clock.now();
    const { secretKey: key } = this.installation;
    const receiptId = webhook.receipt(request, openCredentials(source.credentials, { key, ...to }), at);
    if (receiptId === null) return 'not believed';
    let changed: Map<string, Set<string>>;
    try {
      changed = webhook.changed(request.body);
    } catch (error) {
      this.log.warn({ err: error, sourceId: to.sourceId }, 'webhook');
      return 'not understood';
    }
    if (!(await queueWebhook(this.db, { ...to, receiptId, changed, at }))) return 'known already';
    if (changed.size > 0) this.syncs.soon(to);
    return 'queued';
  }

  private find({ workspaceId, sourceId }: To): Promise<Source | null> {
    return this.db.getRepository(Source).findOneBy({ workspaceId, id: sourceId });
  }
}
