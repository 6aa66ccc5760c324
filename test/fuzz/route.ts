import type { JsonSchema, Schemas } from './json-schema.js';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

interface Content {
  content?: Record<string, { schema?: JsonSchema }>;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface ApiDocument {
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: { schemas: Schemas };
}

/** One operation of the document. */
export interface Route {
  method: Method;
  path: string;
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[];
  /** Of a JSON body; null when it takes none. */
  body: JsonSchema | null;
  /** Statuses that are documented, with the schema of their JSON when they have one. */
  statuses: Map<string, JsonSchema | null>;
}

/** Reads come first, what removes things comes last. */
export function routesOf(document: ApiDocument): Route[] {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      return operation ? [routeOf(method, path, operation)] : [];
    }),
  );
  return routes.sort((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method));
}

function routeOf(method: Method, path: string, operation: Operation): Route {
  const parameters = (operation.parameters ?? []).map(({ required = false, schema = {}, ...more }) => ({ ...more, required, schema }));
  const statuses = Object.entries(operation.responses).map(
    ([status, { content }]) => [status, content?.['application/json']?.schema ?? null] as const,
  );
  return {
    method,
    path,
    parameters,
    body: operation.requestBody?.content?.['application/json']?.schema ?? null,
    statuses: new Map(statuses),
  };
}
