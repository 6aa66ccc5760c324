import type { Logger } from 'pino';
import { LoginMail, type LostFactorLetter } from '../access/login/login-mail.js';
import { momentWords } from './moment-words.js';
import type { Transport } from './transport.js';

const WHO = { admin: 'An admin', shell: 'Somebody with access to the server' };

/** Mails people what was done to their login. An outbox folder reaches nobody, so nothing is written there. */
export class LoginPost extends LoginMail {
  constructor(
    private readonly transport: Transport,
    private readonly log: Logger,
  ) {
    super();
  }

  async lostFactor({ loginId, to, by, at }: LostFactorLetter): Promise<boolean> {
    if (this.transport.kind !== 'smtp') return false;
    const text = [
      `${WHO[by]} has taken the second factor off your login at Baton, on ${momentWords(at, 'UTC')}. All your sessions have ended.`,
      'Sign in with your password, and set up a new second factor in your login.',
      'If you have not asked for this, change your password at once and tell whoever runs Baton.',
    ].join('\n\n');
    const letter = { id: `second-factor-${loginId}-${at.getTime()}`, reportId: null, to, html: null, text, slot: at };
    try {
      await this.transport.send({ ...letter, subject: 'Your second factor at Baton was taken off' });
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null;
      this.log.warn({ login: loginId, code }, 'nobody was told by mail that a second factor was taken off');
      return false;
    }
  }
}
