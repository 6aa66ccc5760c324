import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Throttle } from '../../http/throttle.js';
import { LoginController } from '../login/login.controller.js';
import { OwnLogin } from '../login/own-login.js';
import { PasswordResetController } from '../login/password-reset.controller.js';
import { Passwords } from '../login/passwords.js';
import { SecondFactorController } from '../login/second-factor.controller.js';
import { ProviderController } from '../provider/provider.controller.js';
import { ProviderSignIn } from '../provider/provider-sign-in.js';
import { UnlinkingController } from '../provider/unlinking.controller.js';
import { OwnSessionsController } from '../session/own-sessions.controller.js';
import { SessionController } from '../session/session.controller.js';
import { Sessions } from '../session/sessions.js';
import { Admission } from './admission.js';
import { Guesses } from './guesses.js';
import { PasswordController } from './password.controller.js';
import { PasswordSignIn } from './password-sign-in.js';
import { SecondFactorCheck } from './second-factor-check.js';
import { SignInController } from './sign-in.controller.js';
import { WaysInController } from './ways-in.controller.js';

/** How one gets in and stays in. */
@Global()
@Module({
  controllers: [
    ...[SignInController, WaysInController, PasswordController, PasswordResetController],
    ...[OwnSessionsController, SessionController, LoginController, SecondFactorController, ProviderController],
    UnlinkingController,
  ],
  providers: [
    Sessions,
    Admission,
    ProviderSignIn,
    { provide: Passwords, useFactory: () => new Passwords() },
    {
      provide: PasswordSignIn,
      inject: [DataSource, Throttle, Passwords],
      useFactory: (db: DataSource, throttle: Throttle, passwords: Passwords) =>
        new PasswordSignIn({ db, passwords, guesses: new Guesses(throttle) }),
    },
    {
      provide: SecondFactorCheck,
      inject: [DataSource, Clock, Throttle, Installation],
      useFactory: (db: DataSource, clock: Clock, throttle: Throttle, installation: Installation) =>
        new SecondFactorCheck({ db, clock, throttle, installation }),
    },
    {
      provide: OwnLogin,
      inject: [DataSource, Throttle, Passwords],
      useFactory: (db: DataSource, throttle: Throttle, passwords: Passwords) => new OwnLogin({ db, throttle, passwords }),
    },
  ],
  exports: [Sessions, Passwords, Admission, OwnLogin],
})
export class SignInModule implements OnApplicationBootstrap {
  constructor(private readonly passwords: Passwords) {}

  /** The first stranger must not wait for what the others find made. */
  async onApplicationBootstrap(): Promise<void> {
    await this.passwords.nobodys();
  }
}
