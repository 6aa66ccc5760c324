import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type JsonSchema, resolved } from './fuzz/json-schema.js';
import { type ApiDocument, routesOf } from './fuzz/route.js';

const document: ApiDocument = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const { schemas } = document.components;

/** Objects in a body that let keys through which nobody reads. A map from names to values of one kind is none of them. */
function open(given: JsonSchema, path: string, known = new Set<JsonSchema>()): string[] {
  const schema = resolved(given, schemas);
  if (known.has(schema)) return [];
  known.add(schema);
  const own = schema.properties && schema.additionalProperties !== false ? [path] : [];
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])];
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => open(field, `${path}.${name}`, known));
  return [...own, ...parts.flatMap((part) => open(part, path, known)), ...fields];
}

test('every query parameter that chooses how an answer is made is one of a list', () => {
  const CHOICES = ['sort', 'interval', 'compare', 'time', 'format', 'bom', 'verdict', 'place', 'of'];
  const free = routesOf(document).flatMap(({ method, path, parameters }) =>
    parameters
      .filter(({ name, schema }) => CHOICES.includes(name) && !JSON.stringify(resolved(schema, schemas)).includes('"enum"'))
      .map(({ name }) => `${method} ${path} ${name}`),
  );
  expect(free).toEqual([]);
});

test('every object in every body refuses keys that it does not know', () => {
  const routes = routesOf(document).filter(({ body }) => body !== null);
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.flatMap(({ method, path, body }) => (body ? open(body, `${method} ${path}`) : []))).toEqual([]);
});
