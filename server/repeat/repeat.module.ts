import { Module } from '@nestjs/common';
import { RepeatController } from './repeat.controller.js';

/** What customers had to say again. */
@Module({ controllers: [RepeatController] })
export class RepeatModule {}
