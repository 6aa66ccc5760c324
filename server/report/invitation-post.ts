import type { Logger } from 'pino';
import { type InvitationLetter, InvitationMail } from '../access/invitation/invitation-mail.js';
import { momentWords } from './moment-words.js';
import { plainName } from './plain-name.js';
import type { Transport } from './transport.js';

/** Mails invitations the way reports go. An outbox folder reaches nobody, so nothing is written there. */
export class InvitationPost extends InvitationMail {
  constructor(
    private readonly transport: Transport,
    private readonly log: Logger,
  ) {
    super();
  }

  async send({ id, to, workspaceName, link, expiresAt, at }: InvitationLetter): Promise<boolean> {
    if (this.transport.kind !== 'smtp') return false;
    const name = plainName(workspaceName);
    const text = [
      `You are invited to ${name} in Baton, which shows how handoffs from sales to customer success go.`,
      `Open this link to join. It works once, until ${momentWords(expiresAt, 'UTC')}:`,
      link,
      'If you did not expect this, leave it: nothing happens then.',
    ].join('\n\n');
    try {
      await this.transport.send({ id, reportId: null, to, subject: `Your invitation to ${name} in Baton`, html: null, text, slot: at });
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null;
      this.log.warn({ invitation: id, code }, 'invitation not mailed');
      return false;
    }
  }
}
