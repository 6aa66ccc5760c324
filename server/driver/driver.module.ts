import { Module } from '@nestjs/common';
import { DriverController } from './driver.controller.js';

/** Why numbers move, and what goes with them. */
@Module({ controllers: [DriverController] })
export class DriverModule {}
