import { Module } from '@nestjs/common';
import { MatchController } from './match.controller.js';

/** What belongs to which account, where no rule can tell. */
@Module({ controllers: [MatchController] })
export class MatchModule {}
