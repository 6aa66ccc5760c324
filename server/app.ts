import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { raw } from 'express';
import { undecided } from '../etl/warehouse/index.js';
import { Sessions } from './access/session/sessions.js';
import { type AppOptions, appModule } from './app.module.js';
import { basePathOf, withoutBasePath } from './http/base-path.js';
import { bodyInTime } from './http/body-in-time.js';
import { dashboard } from './http/dashboard.js';
import { headers, noStore, permissions } from './http/headers.js';
import { fileBody, jsonBody } from './http/json-body.js';
import { knownMethods } from './http/known-methods.js';
import { Metrics } from './http/metrics.js';
import { overload } from './http/overload.js';
import { paced } from './http/pace.js';
import { plainRequest } from './http/plain-request.js';
import { httpsOnly } from './http/proxy.js';
import { requestContext } from './http/request-context.js';
import { requestLog } from './http/request-log.js';
import { USUAL_WALLS, type Walls } from './http/walls.js';

/** Routes outside /api. */
export const UNPREFIXED = ['sign-in', 'sign-in/provider', 'sign-in/provider/return', 'api/sign-in', 'healthz', 'readyz', 'metrics'];

/** The whole HTTP application, not yet listening. `dashboardDirectory` holds the built dashboard. */
export async function createApp(options: AppOptions & { dashboardDirectory: string }): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(appModule(options), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
    // `login/second-factor` is no login of that id, whichever module comes first.
    routeResolutionStrategy: 'specificity',
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api', { exclude: UNPREFIXED });
  const { publicUrl } = options.installation;
  const walls: Walls = { ...USUAL_WALLS, ...options.walls };
  app.set('trust proxy', walls.trustedProxy);
  app.use(
    requestLog(options.log, (request) => app.get(Metrics).answered(request)),
    headers(publicUrl),
    permissions,
    withoutBasePath(publicUrl),
    plainRequest,
    httpsOnly(publicUrl, walls.trustedProxy),
  );
  app.use('/api', noStore);
  app.use(['/api', '/sign-in'], overload(walls.capacity));
  // Vendors send what has gathered at once, and are known by their signature alone.
  if (walls.paces) app.use(/^[/](api(?![/]webhook[/])|sign-in)/, paced(walls.paces));
  app.use(
    dashboard({
      directory: options.dashboardDirectory,
      others: ['/api', ...UNPREFIXED.map((path) => `/${path}`)],
      base: basePathOf(publicUrl),
    }),
  );
  app.use(knownMethods(() => app.getHttpAdapter().getInstance().router));
  // A signature covers the bytes as they came, so nothing may parse them first.
  app.use('/api/webhook', bodyInTime(raw({ type: () => true, limit: '1mb', inflate: false }), walls.bodyMilliseconds));
  app.use('/api/import/:id/file', fileBody);
  app.use('/api', bodyInTime(jsonBody, walls.bodyMilliseconds));
  app.use(['/api', '/sign-in'], app.get(Sessions).handler);
  app.use((_request: unknown, _response: unknown, next: () => void) => undecided(next));
  app.use(requestContext);
  return app.init();
}
