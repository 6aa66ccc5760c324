import fc from 'fast-check';
import { anyBy } from './any-by-schema.js';
import type { JsonSchema, Schemas } from './json-schema.js';
import { NASTY_TEXTS, NASTY_VALUES } from './nasty.js';
import type { Route } from './route.js';
import { subjectOf } from './seen.js';

export interface AnyRequest {
  /** With its query. */
  url: string;
  /** Undefined for none; text is sent as it is. */
  body: string | undefined;
}

/** Values that are really there, by the name under which an answer has said them. */
export type Seen = ReadonlyMap<string, readonly string[]>;

/** Requests to a route: as its schema allows, nearly so, and as nobody would send them. */
export function anyRequest(route: Route, schemas: Schemas, seen: Seen): fc.Arbitrary<AnyRequest> {
  const decent = { schemas, seen, nasty: false };
  return fc.oneof({ weight: 6, arbitrary: request(route, decent) }, { weight: 4, arbitrary: request(route, { ...decent, nasty: true }) });
}

interface Taste {
  schemas: Schemas;
  seen: Seen;
  /** Whether anything may stand anywhere. */
  nasty: boolean;
}

function request(route: Route, taste: Taste): fc.Arbitrary<AnyRequest> {
  const inPath = route.parameters.filter((one) => one.in === 'path');
  const inQuery = route.parameters.filter((one) => one.in === 'query');
  const path = fc.tuple(...inPath.map((one) => inPlaceOf({ ...one, subject: subjectBefore(route.path, one.name) }, taste)));
  const query = fc.tuple(...inQuery.map((one) => someOf(one, taste)), taste.nasty ? strange() : fc.constant([]));
  const body = route.body ? anyBody(route.body, taste) : taste.nasty ? bare(route) : fc.constant(undefined);
  return fc.tuple(path, query, body).map(([values, pairs, sent]) => {
    const filled = inPath.reduce((text, { name }, n) => text.replace(`{${name}}`, encodeURIComponent(values[n] || 'x')), route.path);
    const asked = pairs.flat().map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    return { url: asked.length > 0 ? `${filled}?${asked.join('&')}` : filled, body: sent };
  });
}

const subjectBefore = (path: string, name: string): string => subjectOf(path.slice(0, path.indexOf(`{${name}}`)));

interface Parameter {
  name: string;
  required: boolean;
  schema: JsonSchema;
  /** Whose id it is. */
  subject?: string;
}

/** Under which names answers say what a parameter is asked with. */
const ALIASES: Record<string, string> = { by: 'dimension.name' };

function inPlaceOf({ name, schema, subject }: Parameter, { schemas, seen, nasty }: Taste): fc.Arbitrary<string> {
  const names = [`${subject}.id`, `${subject}.${name}`, `${name}.id`, ALIASES[name] ?? name];
  const known = schema.enum || schema.format ? [] : names.flatMap((one) => seen.get(one) ?? []);
  const valid = anyBy(schema, schemas).map(textOf);
  const choices = [
    { weight: known.length > 0 && !nasty ? 1 : 4, arbitrary: valid.filter((text) => !/\p{Surrogate}/u.test(text)) },
    ...(nasty ? [{ weight: 3, arbitrary: fc.constantFrom(...NASTY_TEXTS) }] : []),
    ...(known.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...known) }] : []),
  ];
  return fc.oneof(...choices);
}

/** None, one, or now and then two of a query parameter. */
function someOf(parameter: Parameter, taste: Taste): fc.Arbitrary<[string, string][]> {
  const { name, required, schema } = parameter;
  const one = inPlaceOf({ ...parameter, schema: itemOf(schema) }, taste).map((value): [string, string] => [name, value]);
  const usual = required ? [1] : [0, 0, 0, 0, 0, 0, 1, 1];
  const times = fc.constantFrom(...usual, ...(taste.nasty ? [required ? 0 : 1, 2] : []));
  return times.chain((count) => fc.array(one, { minLength: count, maxLength: count }));
}

const itemOf = (schema: JsonSchema): JsonSchema => (schema.type === 'array' ? (schema.items ?? {}) : schema);

const strange = (): fc.Arbitrary<[string, string][]> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constant<[string, string][]>([]) },
    { weight: 1, arbitrary: fc.constant<[string, string][]>([['strange', '1']]) },
  );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What a route without a body is sent. */
const bare = ({ method }: Route): fc.Arbitrary<string | undefined> =>
  method === 'get' ? fc.constant(undefined) : fc.constantFrom(undefined, undefined, undefined, '{}', '[]', '{"a":1}', '{');

function anyBody(schema: JsonSchema, { schemas, seen, nasty }: Taste): fc.Arbitrary<string | undefined> {
  const known = anyBy(schema, schemas).chain((value) => withKnown(value, seen));
  const decent = known.map((value) => JSON.stringify(value));
  if (!nasty) return decent;
  return fc.oneof(
    { weight: 1, arbitrary: decent },
    { weight: 4, arbitrary: known.chain(spoilt).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW) },
  );
}

/** Some of what names a thing names one that is there. */
function withKnown(value: unknown, seen: Seen): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fc.constant(value);
  const named = Object.keys(value).filter((key) => seen.has(key) || /id$/i.test(key));
  const changes = named.map((key) => fc.constantFrom(...(seen.get(key) ?? seen.get('id') ?? ['x'])).map((known) => [key, known] as const));
  return fc.tuple(fc.boolean(), fc.tuple(...changes)).map(([use, known]) => (use ? { ...value, ...Object.fromEntries(known) } : value));
}

/** The value with one thing wrong: a key too many, one too few, or something else in its place. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return fc.constantFrom(...NASTY_VALUES, ...NASTY_TEXTS);
  const keys = Object.keys(value);
  const nasty = fc.oneof(fc.constantFrom(...NASTY_VALUES), fc.constantFrom(...NASTY_TEXTS));
  if (keys.length === 0) return nasty;
  return fc.tuple(fc.constantFrom(...keys), nasty, fc.integer({ min: 0, max: 9 })).chain(([key, other, way]) => {
    const { [key]: old, ...rest } = value as Record<string, unknown>;
    if (way === 0) return fc.constant({ ...value, workspaceId: 'x' });
    if (way === 1) return fc.constant(rest);
    if (way < 5 && typeof old === 'object' && old !== null && !Array.isArray(value))
      return spoilt(old).map((inner) => ({ ...value, [key]: inner }));
    return fc.constant(Array.isArray(value) ? [...value, other] : { ...value, [key]: other });
  });
}

/** Bodies as they are, whatever the schema. */
const RAW = [
  ...[
    '',
    ' ',
    '{',
    '}',
    '[',
    'null',
    'true',
    '0',
    '""',
    '"x"',
    '[]',
    '[{}]',
    '{}',
    '{"":0}',
    '{"a":1}{',
    'NaN',
    '\ufeff{}',
    '{"a":1,"a":2}',
  ],
  ...[
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"a":"\\u0000"}',
    '{"a":"\\ud800"}',
    '{"a":1e999}',
    '-',
  ],
  ...['['.repeat(10_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, `[${'0,'.repeat(30_000)}0]`, `{"a":"${'x'.repeat(40_000)}"}`],
];
