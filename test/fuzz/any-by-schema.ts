import fc from 'fast-check';
import { type JsonSchema, resolved, type Schemas } from './json-schema.js';
import { NASTY_TEXTS } from './nasty.js';

/** How deep lists and objects go before they are left empty. */
const DEPTH = 5;

/** Values that a schema allows, as far as it says so. */
export function anyBy(given: JsonSchema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given, schemas);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => anyBy(choice, schemas, depth)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((part) => anyBy(part, schemas, depth))).map((parts) => Object.assign({}, ...parts));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => anyBy({ ...schema, type }, schemas, depth)));
  return ofType(schema, schemas, depth);
}

function ofType(schema: JsonSchema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({ min: least(schema), max: most(schema) });
    case 'number':
      return fc.double({ min: least(schema), max: most(schema), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(schema, schemas, depth);
    case 'object':
      return object(schema, schemas, depth);
    default:
      return fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(...NASTY_TEXTS));
  }
}

const WIDE = 2_000_000_000;
const least = ({ minimum, exclusiveMinimum }: JsonSchema) =>
  Math.max(Math.ceil(minimum ?? (exclusiveMinimum === undefined ? -WIDE : exclusiveMinimum + 1)), -WIDE);
const most = ({ maximum, exclusiveMaximum }: JsonSchema) =>
  Math.min(Math.floor(maximum ?? (exclusiveMaximum === undefined ? WIDE : exclusiveMaximum - 1)), WIDE);

const FROM = new Date('2023-01-01T00:00:00Z');
const TO = new Date('2027-01-01T00:00:00Z');
const days = fc.date({ min: FROM, max: TO, noInvalidDate: true });

function text({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date') return days.map((day) => day.toISOString().slice(0, 10));
  if (format === 'date-time') return days.map((day) => day.toISOString());
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (pattern) return matching(pattern) ?? fc.string();
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  const fitting = NASTY_TEXTS.filter(({ length }) => length >= minLength && length <= maxLength);
  return fc.oneof(
    fc.string(bounds),
    fc.string({ ...bounds, unit: 'grapheme' }),
    ...(fitting.length > 0 ? [fc.constantFrom(...fitting)] : []),
  );
}

/** Null for a pattern that fast-check cannot follow. */
function matching(pattern: string): fc.Arbitrary<string> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return null;
  }
}

function list({ items = {}, prefixItems, minItems = 0, maxItems = 4 }: JsonSchema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => anyBy(item, schemas, depth + 1)));
  if (depth >= DEPTH) return fc.constant([]);
  return fc.array(anyBy(items, schemas, depth + 1), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) });
}

function object(schema: JsonSchema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, anyBy(of, schemas, depth + 1)]));
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields), noNullPrototype: true });
  if (typeof additionalProperties !== 'object' || depth >= DEPTH) return known;
  const names = propertyNames ? anyBy(propertyNames, schemas, depth + 1).map(String) : fc.string({ minLength: 1, maxLength: 12 });
  const others = fc.dictionary(names, anyBy(additionalProperties, schemas, depth + 1), { maxKeys: 3, noNullPrototype: true });
  return fc.tuple(others, known).map(([more, own]) => ({ ...more, ...own }));
}
