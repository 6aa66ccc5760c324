import { Module } from '@nestjs/common';
import { ImportController } from './import.controller.js';
import { Imports } from './imports.js';
import { Uploads } from './uploads.js';

/** Files handed over in the browser. */
@Module({ controllers: [ImportController], providers: [Imports, Uploads] })
export class ImportModule {}
