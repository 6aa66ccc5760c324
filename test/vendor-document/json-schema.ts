type Json = { [name: string]: unknown };

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What OpenAPI 3.0 writes otherwise than JSON Schema, in JSON Schema: `nullable`, and exclusive bounds as flags. Any depth. */
export function jsonSchema(openapi: unknown): unknown {
  if (Array.isArray(openapi)) return openapi.map(jsonSchema);
  if (!isObject(openapi)) return openapi;
  const { nullable, exclusiveMinimum, exclusiveMaximum, example: _example, discriminator: _discriminator, ...rest } = openapi;
  const schema = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, jsonSchema(value)]));
  bound(schema, { flag: exclusiveMinimum, from: 'minimum', to: 'exclusiveMinimum' });
  bound(schema, { flag: exclusiveMaximum, from: 'maximum', to: 'exclusiveMaximum' });
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function bound(schema: Json, { flag, from, to }: { flag: unknown; from: string; to: string }): void {
  if (flag === true) {
    schema[to] = schema[from];
    delete schema[from];
  } else if (flag !== undefined && flag !== false) schema[to] = flag;
}
