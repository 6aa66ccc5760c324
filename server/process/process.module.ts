import { Module } from '@nestjs/common';
import { ProcessController } from './process.controller.js';

/** The way handoffs really go through the process. */
@Module({ controllers: [ProcessController] })
export class ProcessModule {}
