import type { DataSource } from 'typeorm';
import type { Login } from '../../../etl/warehouse/index.js';
import type { Clock } from '../../http/clock.js';
import type { Installation } from '../../http/installation.js';
import type { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import { spendRecoveryCode } from '../login/recovery-codes.js';
import { stepOf, takeStep } from '../login/second-factor.js';

/**
 * Whoever tries has the password already. Three codes of a million are right at any moment: five tries a quarter of an hour are
 * one chance in 700 a day. Its owner's browser is counted apart, so that the other cannot shut it out.
 */
const RATE = { limit: 5, seconds: 900 };

interface Parts {
  db: DataSource;
  clock: Clock;
  throttle: Throttle;
  installation: Installation;
}

/** What was right: a code of the app, or a recovery code, which is used up. */
export type Proof = 'code' | 'recovery-code';

/** Looks at one-time codes and recovery codes. */
export class SecondFactorCheck {
  constructor(private readonly parts: Parts) {}

  /** Null when it is wrong, was used, or is of another time. Throws TooMany before it is looked at. */
  async check(login: Login, code: string, { known }: { known: boolean }): Promise<Proof | null> {
    const { throttle } = this.parts;
    const key = `code${known ? '-known' : ''}:${login.id}`;
    const wait = await throttle.take(key, RATE);
    if (wait !== null) throw new TooMany('Too many codes were tried.', wait);
    const proof = await this.proofOf(login, code);
    if (proof) await throttle.forgive(key);
    return proof;
  }

  private async proofOf(login: Login, code: string): Promise<Proof | null> {
    const { db, clock, installation } = this.parts;
    const now = clock.now();
    const step = stepOf(code, login, { key: installation.secretKey, now });
    if (step !== null) return (await takeStep(db, login.id, step)) ? 'code' : null;
    return (await spendRecoveryCode(db, { loginId: login.id, code }, now)) ? 'recovery-code' : null;
  }
}
