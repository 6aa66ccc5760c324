import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { Audit, INSTALLATION } from '../access/audit/audit.js';
import { BegunDeeds } from '../access/audit/begun-deeds.js';
import { Erasures } from '../erasure/erasures.js';
import { Keeper } from '../erasure/keeper.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Log } from '../http/log.js';
import { removeOld } from './retention.js';

/** Once a night, what is not kept for ever goes. Harmless to repeat, and to break off. */
@Injectable()
export class Nightly {
  constructor(
    private readonly keeper: Keeper,
    private readonly erasures: Erasures,
    private readonly installation: Installation,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly begun: BegunDeeds,
    @Log() private readonly log: Logger,
  ) {}

  @Cron('0 30 3 * * *')
  async night(): Promise<void> {
    this.erasures.goOn();
    const { dataDirectory, secretKey } = this.installation;
    try {
      const end = await this.begun.begin({ workspaceId: INSTALLATION, actor: 'Baton', what: 'retention' });
      const removed = await removeOld(this.keeper, { dataDirectory, key: secretKey, now: this.clock.now() });
      if (Object.keys(removed).length > 0)
        await this.audit.note({ workspaceId: INSTALLATION, action: 'retention.done', actor: 'Baton', detail: removed });
      await end();
      this.log.info({ removed }, 'what was old is gone');
    } catch (error) {
      this.log.warn({ err: error }, 'what was old is not gone; the next night tries again');
    }
  }
}
