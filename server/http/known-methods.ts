import { MethodNotAllowedException } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** What Express keeps of a route. */
interface Layer {
  route: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** 405 for a method that a path does not know, with those it knows. A path that is unknown is left to be not found. */
export function knownMethods(router: () => { stack: readonly object[] }): RequestHandler {
  return (request, response, next) => {
    const allowed = allowedAt(request.path, router().stack.filter(isRoute));
    if (allowed.length === 0 ? METHODS.includes(request.method) : allowed.includes(request.method)) return next();
    response.setHeader('Allow', (allowed.length === 0 ? METHODS : allowed).join(', '));
    next(new MethodNotAllowedException(`${METHODS.includes(request.method) ? request.method : 'This method'} is not known here.`));
  };
}

const isRoute = (layer: object): layer is Layer => 'route' in layer && layer.route !== undefined && 'match' in layer;

function allowedAt(path: string, layers: Layer[]): string[] {
  const known = layers.map((layer) => (layer.match(path) ? Object.keys(layer.route.methods) : []));
  // Nest puts a route of every method beside those outside of its prefix; it answers none of them.
  const allowed = new Set(
    known.flatMap((methods) => (methods.length > METHODS.length ? [] : methods.map((method) => method.toUpperCase()))),
  );
  return METHODS.filter((method) => allowed.has(method) || (method === 'HEAD' && allowed.has('GET')));
}
