import { Injectable, NotFoundException } from '@nestjs/common';
import type { Report, Workspace } from '../../etl/warehouse/index.js';
import type { Mail } from './report.schema.js';

/** Sends what the ledger owes. */
@Injectable()
export class Postman {
  readonly transport: 'smtp' | 'outbox' = process.env.SMTP_URL ? 'smtp' : 'outbox';

  async sendNow(
    _workspace: Workspace,
    report: Report,
    _to: { recipients: string[]; slot: Date },
  ): Promise<{ slot: string; mails: Mail[] }> {
    throw new NotFoundException(`"${report.name}" cannot be sent yet.`);
  }
}
