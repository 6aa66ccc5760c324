import { Module } from '@nestjs/common';
import { RiskController } from './risk.controller.js';

/** What is about to slip, why, and the record behind each reason. */
@Module({ controllers: [RiskController] })
export class RiskModule {}
