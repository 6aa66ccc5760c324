import { Module } from '@nestjs/common';
import { SourceModule } from '../source/source.module.js';
import { WebhookController } from './webhook.controller.js';
import { Webhooks } from './webhooks.js';

/** What vendors say of themselves. */
@Module({ imports: [SourceModule], controllers: [WebhookController], providers: [Webhooks] })
export class WebhookModule {}
