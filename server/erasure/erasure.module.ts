import { type DynamicModule, Module } from '@nestjs/common';
import { SignInModule } from '../access/sign-in/sign-in.module.js';
import { Nightly } from '../retention/nightly.js';
import { ErasureController } from './erasure.controller.js';
import { Erasures } from './erasures.js';
import { Keeper } from './keeper.js';
import { LoginErasureController } from './login-erasure.controller.js';
import { PersonErasureController } from './person-erasure.controller.js';

@Module({})
class ErasureModule {}

/** What ends: workspaces, logins, and people known from the sources. `ownerUrl` is of the owner of the tables. */
export const erasureModule = ({ ownerUrl }: { ownerUrl: string }): DynamicModule => ({
  module: ErasureModule,
  imports: [SignInModule],
  controllers: [ErasureController, LoginErasureController, PersonErasureController],
  providers: [Erasures, Nightly, { provide: Keeper, useValue: new Keeper(ownerUrl) }],
});
