import type { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import { networkOf } from './network.js';

const HOUR = 3_600;

/**
 * What reaches the password hash. Of one account 25 in an hour's window from browsers it is not known in, and 25 from those in which its
 * owner has signed in before: in any sixty minutes, across two windows, no more than 100. Nobody can shut an owner out by guessing: guesses
 * use up the strangers' part, the owner's browser has the other (its cookie is made by `device.ts`), a session that there is goes on, and
 * a window later all is as before. One address can use up no more than ten of the strangers' part of one account.
 */
const LIMITS = {
  /** Of one account, by strangers from one address. */
  pair: { limit: 10, seconds: HOUR },
  /** By strangers from one address: an office behind one address signs in once a week each. */
  address: { limit: 200, seconds: HOUR },
  /** Of one account, by strangers altogether. */
  account: { limit: 25, seconds: HOUR },
  /** By strangers altogether: some 30 s of computing in ten minutes. */
  everybody: { limit: 1_000, seconds: 600 },
  /** Of one account, from browsers in which it has signed in. */
  known: { limit: 25, seconds: HOUR },
};

export interface Guess {
  /** As it was typed, in lower case. Unknown ones are counted like any other. */
  email: string;
  address: string | null;
  /** Its owner has signed in with this browser before. */
  known: boolean;
}

/** Counts guesses at passwords before they are looked at, so that as many at once as one likes are no more. */
export class Guesses {
  constructor(private readonly throttle: Throttle) {}

  /** Throws TooMany; a guess that is refused early uses up nothing of what comes after it. */
  async admit({ email, address, known }: Guess): Promise<void> {
    if (known) return this.take(`password-known:${email}`, LIMITS.known);
    const network = networkOf(address);
    await this.take(`password-pair:${network} ${email}`, LIMITS.pair);
    await this.take(`password-address:${network}`, LIMITS.address);
    await this.take(`password-account:${email}`, LIMITS.account);
    await this.take('password-everybody:', LIMITS.everybody);
  }

  /** After a right one. What an account or an address has left stays as it is: whoever has an account could else guess at others without end. */
  async forgive({ email, address }: Guess): Promise<void> {
    await this.throttle.forgive(`password-pair:${networkOf(address)} ${email}`);
  }

  private async take(key: string, rate: { limit: number; seconds: number }): Promise<void> {
    const wait = await this.throttle.take(key, rate);
    if (wait !== null) throw new TooMany('Too many have tried to sign in.', wait);
  }
}
