import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { Log } from '../../http/log.js';
import { BegunDeeds } from './begun-deeds.js';

/** Once a minute, and at a start, writes down what was begun and never ended. */
@Injectable()
export class BrokenOff implements OnApplicationBootstrap {
  constructor(
    private readonly begun: BegunDeeds,
    @Log() private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.settle();
  }

  @Cron('30 * * * * *')
  async settle(): Promise<void> {
    try {
      const count = await this.begun.settle();
      if (count > 0) this.log.warn({ count }, 'what was broken off is in the audit log');
    } catch (error) {
      this.log.warn({ err: error }, 'what was broken off is not written down yet; the next minute tries again');
    }
  }
}
