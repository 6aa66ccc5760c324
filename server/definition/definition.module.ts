import { Module } from '@nestjs/common';
import { DefinitionController } from './definition.controller.js';
import { Derivations } from './derivations.js';

/** What the numbers mean, and deciding it. */
@Module({ controllers: [DefinitionController], providers: [Derivations] })
export class DefinitionModule {}
