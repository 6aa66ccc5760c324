import { randomBytes } from 'node:crypto';
import { FewAtOnce } from '../sign-in/few-at-once.js';
import { argon2id, type PasswordHash } from './password-hash.js';

/** Node has four threads for such work; one is left to files and names. */
const AT_ONCE = 3;
/** About a second's worth. */
const WAITING = 100;

/** Hashes and compares passwords, few at once: whoever sends many makes neither memory nor the others' requests suffer. */
export class Passwords {
  private readonly few = new FewAtOnce({ atOnce: AT_ONCE, waiting: WAITING });
  private dummy: Promise<string> | null = null;

  constructor(private readonly hashing: PasswordHash = argon2id) {}

  /** Throws ServiceUnavailableException when too many wait already. */
  hash(password: string): Promise<string> {
    return this.few.run(() => this.hashing.hash(password));
  }

  /** Null stands for a password that nobody has: comparing with it takes as long, and is never right. Throws as `hash` does. */
  async right(kept: string | null, password: string): Promise<boolean> {
    const hashed = kept ?? (await this.nobodys());
    const right = await this.few.run(() => this.hashing.verify(hashed, password));
    return right && kept !== null;
  }

  weak(kept: string): boolean {
    return this.hashing.weak(kept);
  }

  /** Made once; whoever asks first must not be told apart by it, so the server asks for it when it starts. */
  async nobodys(): Promise<string> {
    this.dummy ??= this.hashing.hash(randomBytes(32).toString('base64'));
    return this.dummy;
  }
}
