import { BadRequestException, type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import { z } from 'zod';
import { invalid } from './problem.js';

type Handler = ReturnType<ExecutionContext['getHandler']>;

/**
 * Refuses a query parameter of the API that its route does not know: one that is misspelt would otherwise be ignored, and the answer be
 * to another question. Values are the schema's to check, and with them one that is given twice.
 */
@Injectable()
export class KnownQueryGuard implements CanActivate {
  private readonly known = new Map<Handler, ReadonlySet<string>>();

  canActivate(context: ExecutionContext): boolean {
    const { query, originalUrl } = context.switchToHttp().getRequest<Request>();
    const asked = Object.keys(query);
    if (asked.length === 0 || !originalUrl.startsWith('/api')) return true;
    const known = this.knownBy(context);
    const strange = asked.find((name) => !known.has(name));
    if (strange === undefined) return true;
    if (known.size === 0) throw new BadRequestException('This takes no query parameters.');
    throw invalid([{ message: `is not known here. Known: ${[...known].join(', ')}`, path: [strange.slice(0, 100)] }]);
  }

  private knownBy(context: ExecutionContext): ReadonlySet<string> {
    const handler = context.getHandler();
    const found = this.known.get(handler) ?? namesOf(queriesOf(context.getClass(), handler.name));
    this.known.set(handler, found);
    return found;
  }
}

/** What stands behind each @Query of a method, as Nest notes it. */
function queriesOf(type: object, method: string): { schema?: unknown; data?: unknown }[] {
  const noted: Record<string, { schema?: unknown; data?: unknown }> = Reflect.getMetadata(ROUTE_ARGS_METADATA, type, method) ?? {};
  return Object.entries(noted).flatMap(([key, arg]) => (key.startsWith(`${RouteParamtypes.QUERY}:`) ? [arg] : []));
}

function namesOf(queries: { schema?: unknown; data?: unknown }[]): Set<string> {
  const names = queries.flatMap(({ schema, data }) => {
    if (typeof data === 'string') return [data];
    if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
    throw new Error('A @Query needs an object schema of zod: its names are the ones that are let through.');
  });
  return new Set(names);
}
