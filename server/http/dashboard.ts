import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const NOT_BUILT = 'The dashboard is not built. Run `npm run build` and start Baton again.\n';

/** Serves the built dashboard. Every page of it is one file; `others` are the paths that belong to the server. */
export function dashboard(directory: string, others: string[]): RequestHandler {
  const router = Router();
  const belongsToServer = (path: string) => others.some((other) => path === other || path.startsWith(`${other}/`));
  // Names of assets hold a hash of their content.
  router.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true }));
  router.use('/assets', (_request, response) => {
    response.status(404).type('text').send('No such asset.\n');
  });
  router.use(express.static(directory, { index: false, dotfiles: 'ignore', maxAge: '1h' }));
  router.use((request, response, next) => {
    if (belongsToServer(request.path) || !['GET', 'HEAD'].includes(request.method) || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-store');
    const page = join(directory, 'index.html');
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type('text').send(NOT_BUILT);
  });
  return router;
}
