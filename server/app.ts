import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw } from 'express';
import { undecided } from '../etl/warehouse/index.js';
import { Sessions } from './access/session/sessions.js';
import { type AppOptions, appModule } from './app.module.js';
import { dashboard } from './http/dashboard.js';
import { headers, noStore } from './http/headers.js';
import { Metrics } from './http/metrics.js';
import { requestContext } from './http/request-context.js';
import { requestLog } from './http/request-log.js';

/** Routes outside /api. */
export const UNPREFIXED = ['sign-in', 'healthz', 'readyz', 'metrics'];

/** The whole HTTP application, not yet listening. `dashboardDirectory` holds the built dashboard. */
export async function createApp(options: AppOptions & { dashboardDirectory: string }): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(appModule(options), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api', { exclude: UNPREFIXED });
  app.use(
    requestLog(options.log, (request) => app.get(Metrics).answered(request)),
    headers(options.installation.publicUrl),
  );
  app.use(dashboard(options.dashboardDirectory, ['/api', ...UNPREFIXED.map((path) => `/${path}`)]));
  app.use('/api', noStore);
  // A signature covers the bytes as they came, so nothing may parse them first.
  app.use('/api/webhook', raw({ type: () => true, limit: '1mb' }));
  app.use('/api', json({ limit: '200kb' }));
  app.use(['/api', '/sign-in'], app.get(Sessions).handler);
  app.use((_request: unknown, _response: unknown, next: () => void) => undecided(next));
  app.use(requestContext);
  return app.init();
}
