import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { HealthController } from './health.controller.js';
import { HttpModule, type HttpOptions } from './http/http.module.js';

/** The whole server. */
@Module({ controllers: [HealthController] })
export class AppModule {
  static of(options: HttpOptions): DynamicModule {
    return { module: AppModule, imports: [HttpModule.of(options), AccessModule] };
  }
}
