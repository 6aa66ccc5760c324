import { UnauthorizedException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { atTheDoor, type Login } from '../../../etl/warehouse/index.js';
import { loginByEmail, plainEmail } from '../login/logins.js';
import type { Passwords } from '../login/passwords.js';
import type { Guess, Guesses } from './guesses.js';

/** The same words for every way in which it can be wrong: who has an account is not told. */
const WRONG = 'The e-mail or the password is wrong.';

/** Refused, and whose account was tried: for the log of what was done, not for whoever asks. */
export class WrongPassword extends UnauthorizedException {
  constructor(readonly login: Login | null) {
    super(WRONG);
  }
}

/** Finds the login of an e-mail and a password. */
export class PasswordSignIn {
  constructor(private readonly parts: { db: DataSource; guesses: Guesses; passwords: Passwords }) {}

  /** Throws TooMany before anything is compared, and WrongPassword, as late for an account that there is not as for one that there is. */
  async check(guess: Omit<Guess, 'email'> & { email: string; password: string }): Promise<Login> {
    const { guesses, passwords, db } = this.parts;
    const told = { ...guess, email: plainEmail(guess.email) };
    await guesses.admit(told);
    const login = await loginByEmail(db, told.email);
    const kept = login && !login.disabledAt ? login.passwordHash : null;
    const right = await passwords.right(kept, guess.password);
    if (!login || !kept || !right) throw new WrongPassword(login);
    await guesses.forgive(told);
    if (passwords.weak(kept)) await this.strengthen(login, { kept, password: guess.password });
    return login;
  }

  /** What was kept with weaker parameters is kept anew while the password is known; not when it was changed meanwhile. */
  private async strengthen({ id }: Login, { kept, password }: { kept: string; password: string }): Promise<void> {
    const hashed = await this.parts.passwords.hash(password);
    await atTheDoor(() =>
      this.parts.db.query('update login set password_hash = $3 where id = $1 and password_hash = $2', [id, kept, hashed]),
    );
  }
}
