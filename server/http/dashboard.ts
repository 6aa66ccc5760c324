import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const NOT_BUILT = 'The dashboard is not built. Run `npm run build` and start Baton again.\n';

interface DashboardOptions {
  /** Of the built dashboard. */
  directory: string;
  /** Paths that belong to the server. */
  others: string[];
  /** Path under which a proxy shows it; '' at the root. */
  base: string;
}

/** Serves the built dashboard. Every page of it is one file. */
export function dashboard({ directory, others, base }: DashboardOptions): RequestHandler {
  const router = Router();
  const belongsToServer = (path: string) => others.some((other) => path === other || path.startsWith(`${other}/`));
  // Names of assets hold a hash of their content.
  router.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true }));
  router.use('/assets', (_request, response) => {
    response.status(404).type('text').send('No such asset.\n');
  });
  router.use(express.static(directory, { index: false, dotfiles: 'ignore', maxAge: '1h' }));
  router.use(async (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-store');
    const page = await readFile(join(directory, 'index.html'), 'utf8').catch(() => null);
    if (page === null) response.status(503).type('text').send(NOT_BUILT);
    else response.type('html').send(pageUnder(base, page));
  });
  // What is the server's own waits for no file.
  return (request, response, next) => (belongsToServer(request.path) ? next() : router(request, response, next));
}

/** The build leaves addresses relative, because only here it is known where a page stands. */
const pageUnder = (base: string, page: string): string =>
  page.replaceAll('="./', () => `="${base}/`).replace('name="baton-base" content=""', () => `name="baton-base" content="${base}"`);
