import type { RequestHandler } from 'express';

/** '/baton' of https://example.com/baton, '' when the public address has no path or is none. */
export const basePathOf = (publicUrl: string): string => (URL.canParse(publicUrl) ? new URL(publicUrl).pathname.replace(/[/]+$/, '') : '');

/** Takes the base path off, so that nothing behind knows of it. A proxy may have taken it off already. */
export function withoutBasePath(publicUrl: string): RequestHandler {
  const base = basePathOf(publicUrl);
  return (request, _response, next) => {
    const rest = base && request.url.startsWith(base) ? request.url.slice(base.length) : null;
    if (rest !== null && (rest === '' || /^[/?]/.test(rest))) {
      request.url = rest.startsWith('/') ? rest : `/${rest}`;
      request.originalUrl = request.url;
    }
    next();
  };
}
