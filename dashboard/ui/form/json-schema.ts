/** The part of JSON Schema that the server's forms are written in. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  format?: string;
}

/** What a field is drawn as. */
export type FieldKind = 'fixed' | 'choice' | 'switch' | 'number' | 'text' | 'lines' | 'rows' | 'pairs' | 'group' | 'ways' | 'json';

/** A schema without its null: a field that may be null is one that may be empty. */
export function filled(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.type)) {
    const { type, ...rest } = schema;
    const types = type.filter((one) => one !== 'null');
    return types.length === 1 ? { ...rest, type: types[0] ?? '' } : rest;
  }
  const ways = schema.anyOf ?? schema.oneOf;
  const rest = ways?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = rest;
  if (!ways || rest.length !== 1 || !only) return schema;
  return {
    ...only,
    ...(schema.description && { description: schema.description }),
    ...('default' in schema && { default: schema.default }),
  };
}

export const isNullable = ({ type: own, anyOf, oneOf }: JsonSchema): boolean =>
  own === 'null' || (Array.isArray(own) && own.includes('null')) || (anyOf ?? oneOf ?? []).some(({ type }) => type === 'null');

export function kindOf(given: JsonSchema): FieldKind {
  const schema = filled(given);
  if (schema.const !== undefined) return 'fixed';
  if (schema.enum) return 'choice';
  if (schema.anyOf ?? schema.oneOf) return 'ways';
  const { type } = schema;
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'string') return 'text';
  if (type === 'array') return schema.items?.type === 'object' ? 'rows' : 'lines';
  if (type === 'object') return objectKind(schema);
  return 'json';
}

function objectKind({ properties, additionalProperties }: JsonSchema): FieldKind {
  if (properties) return 'group';
  const inner = typeof additionalProperties === 'object' ? additionalProperties : null;
  return inner && ['text', 'choice'].includes(kindOf(inner)) ? 'pairs' : 'json';
}

/** The description's first sentence, or the name in words: 'clientId' as 'Client id'. */
export function labelOf(name: string, { description }: JsonSchema): string {
  if (description) return description;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What an untouched field of a new row or group holds: only what is fixed. */
export function blank(given: JsonSchema): unknown {
  const schema = filled(given);
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return blank(first);
  if (schema.properties) {
    const fixed = Object.entries(schema.properties).map(([name, inner]) => [name, blank(inner)] as const);
    return Object.fromEntries(fixed.filter(([, value]) => value !== undefined));
  }
  return undefined;
}

/** Which of several ways a value is written in: the one whose fixed fields it has. */
export function wayOf(ways: JsonSchema[], value: unknown): number {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const fits = ({ properties = {} }: JsonSchema) =>
    Object.entries(properties).every(([name, { const: fixed }]) => fixed === undefined || fields[name] === fixed);
  return Math.max(0, ways.findIndex(fits));
}

/** 'api token' for the way whose `kind` is that; else by number. */
export function wayName({ description, properties = {} }: JsonSchema, index: number): string {
  const fixed = Object.values(properties).find(({ const: value }) => typeof value === 'string')?.const;
  return description ?? (typeof fixed === 'string' ? fixed : `way ${index + 1}`);
}
