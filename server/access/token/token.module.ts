import { Global, Module } from '@nestjs/common';
import { Bearers } from '../bearer.js';
import { BearersInPostgres } from './bearers-in-postgres.js';
import { TokenController } from './token.controller.js';

/** Programs that sign in with a token. Global: the guard asks it who stands behind one. */
@Global()
@Module({
  controllers: [TokenController],
  providers: [{ provide: Bearers, useClass: BearersInPostgres }],
  exports: [Bearers],
})
export class TokenModule {}
