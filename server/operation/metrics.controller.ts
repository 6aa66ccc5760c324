import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, NotFoundException, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../access/public.js';
import { Metrics } from '../http/metrics.js';

/** Token of what must be shown to read metrics on the main port; null where they are not there at all. */
export const METRICS_TOKEN = Symbol('METRICS_TOKEN');

/** Metrics on the main port, for those who bring the token. To all others there is no such page. */
@Controller()
@ApiExcludeController()
@Public()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(METRICS_TOKEN) private readonly token: string | null,
  ) {}

  @Get('metrics')
  async read(@Headers('authorization') given: string | undefined, @Res() response: Response): Promise<void> {
    if (!this.token || !same(given ?? '', `Bearer ${this.token}`)) throw new NotFoundException('Cannot GET /metrics');
    response.setHeader('Cache-Control', 'no-store');
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

/** In the same time whatever differs. */
const same = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
