import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CsrfGuard } from './csrf.guard.js';
import { DearGuard } from './dear.guard.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SignedInGuard } from './signed-in.guard.js';
import { Who } from './who.js';

/** Who may ask. The guards stand before every route of every feature. */
@Module({
  imports: [SignInModule],
  providers: [
    Who,
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: DearGuard },
  ],
  exports: [Who],
})
export class AccessModule {}
