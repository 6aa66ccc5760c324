import { ConflictException, ForbiddenException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Login } from '../../../etl/warehouse/index.js';
import { invalid } from '../../http/problem.js';
import type { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import type { SignedIn } from '../signed-in.js';
import { loginById } from './logins.js';
import type { Passwords } from './passwords.js';

/** Whoever finds a browser open does not find out the password with it. */
const RATE = { limit: 10, seconds: 900 };

/** The login of whoever asks, and the proof that it is still they who ask. */
export class OwnLogin {
  constructor(private readonly parts: { db: DataSource; throttle: Throttle; passwords: Passwords }) {}

  /** Throws ForbiddenException for one who came by a link. */
  async of({ login }: SignedIn): Promise<Login> {
    const found = login && (await loginById(this.parts.db, login.id));
    if (!found) throw new ForbiddenException('You came by a link and have no login. Make one first.');
    return found;
  }

  /** The same, once the current password is right. `field` is where it stood. */
  async confirmed(signedIn: SignedIn, password: string, field: string): Promise<Login> {
    const login = await this.of(signedIn);
    if (!login.passwordHash) throw new ConflictException('You sign in with the provider and have no password here.');
    const wait = await this.parts.throttle.take(`confirm:${login.id}`, RATE);
    if (wait !== null) throw new TooMany('Too many passwords were tried.', wait);
    if (!(await this.parts.passwords.right(login.passwordHash, password)))
      throw invalid([{ message: 'is not your password', path: [field] }]);
    await this.parts.throttle.forgive(`confirm:${login.id}`);
    return login;
  }
}
