import { Module } from '@nestjs/common';
import { RestatementController } from './restatement.controller.js';

/** The past that was corrected. */
@Module({ controllers: [RestatementController] })
export class RestatementModule {}
