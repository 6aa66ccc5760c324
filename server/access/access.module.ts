import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CsrfGuard } from './csrf.guard.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignedInGuard } from './signed-in.guard.js';
import { Who } from './who.js';

/** Who may ask. The guards stand before every route of every feature. */
@Module({
  controllers: [SessionController, SignInController],
  providers: [
    Sessions,
    Who,
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [Sessions, Who],
})
export class AccessModule {}
