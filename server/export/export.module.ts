import { Module } from '@nestjs/common';
import { ExportController } from './export.controller.js';

/** The handoffs, taken elsewhere. */
@Module({ controllers: [ExportController] })
export class ExportModule {}
