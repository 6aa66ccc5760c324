import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Request } from '../../etl/sandbox/stand-in/fault.js';
import type { Seen } from '../../etl/sandbox/stand-in/stand-in.js';
import type { Operation } from './operation.js';
import type { Deviation } from './vendor-document.js';

type Found = Omit<Deviation, 'method' | 'path' | 'status'>;

/** Every way in which one exchange is not as documented. `path` is the request's as the document has it. */
export function deviationsOf({ request, answer }: Seen, path: string, operations: Operation[]): Deviation[] {
  const { method } = request;
  const [operation] = operations.filter((one) => one.method === method && one.path.test(path)).sort((a, b) => b.fixed - a.fixed);
  const found = operation
    ? [...ofQuery(request, operation), ...ofRequest(request, operation), ...ofAnswer({ request, answer }, operation)]
    : [UNKNOWN];
  return found.map((one) => ({ ...one, method, path, status: answer.status }));
}

const UNKNOWN: Found = { what: 'unknown path', at: '', message: 'is not in the document', error: null };

function ofQuery({ query }: Request, { parameters }: Operation): Found[] {
  const asked = new Map<string, string[]>();
  for (const [name, value] of query) asked.set(name, [...(asked.get(name) ?? []), value]);
  const missing = parameters.filter(({ name, required }) => required && ![...asked.keys()].some((one) => rootOf(one) === rootOf(name)));
  const unknown = [...asked.keys()].filter((name) => !parameters.some((one) => one.name === name || rootOf(one.name) === rootOf(name)));
  return [
    ...missing.map(({ name }): Found => ({ what: 'parameter', at: name, message: 'is required', error: null })),
    ...unknown.map((name): Found => ({ what: 'unknown parameter', at: name, message: 'is not in the document', error: null })),
    ...parameters.flatMap(({ name, validate }) => ofValue(validate, single(asked.get(name)), name)),
  ];
}

/** 'page[size]' and 'expand[]' are documented under their first name. */
const rootOf = (name: string) => name.replace(/\[.*$/, '');

const single = (values: string[] | undefined) => (values?.length === 1 ? values[0] : values);

/** A list may be written as one text between commas, and a deep object as its parts: neither is held here. */
function ofValue(validate: ValidateFunction | null, value: string | string[] | undefined, name: string): Found[] {
  if (value === undefined || validate === null) return [];
  const ways: unknown[] = typeof value === 'string' && value.includes(',') ? [value, value.split(',')] : [value];
  if (ways.some((way) => validate(way))) return [];
  return errorsOf(validate, 'parameter').map((found) => ({ ...found, at: name }));
}

function ofRequest({ body }: Request, { request }: Operation): Found[] {
  return request === null || body === null || request(body) ? [] : errorsOf(request, 'request body');
}

function ofAnswer({ answer }: Seen, { answers }: Operation): Found[] {
  const key = [String(answer.status), `${String(answer.status)[0]}XX`, 'default'].find((one) => answers.has(one));
  if (key === undefined) return [{ what: 'unknown status', at: String(answer.status), message: 'is not in the document', error: null }];
  const validate = answers.get(key) ?? null;
  const { body } = answer;
  return validate === null || typeof body !== 'object' || Buffer.isBuffer(body) || validate(body) ? [] : errorsOf(validate, 'answer');
}

const errorsOf = ({ errors }: ValidateFunction, what: Deviation['what']): Found[] => {
  const all = errors ?? [];
  return all
    .filter(
      (error) =>
        !isNullable(error) && !(isChoice(error) && all.some((other) => other !== error && !isNullable(other) && under(other, error))),
    )
    .map((error) => ({ what, at: error.instancePath, message: error.message ?? 'is not as documented', error }));
};

/** What may also be null is written as a choice: that it is not null is no news. */
const isNullable = ({ schemaPath }: ErrorObject) => schemaPath.endsWith('/anyOf/1/type');
const isChoice = ({ keyword }: ErrorObject) => keyword === 'anyOf' || keyword === 'oneOf';
const under = (inner: ErrorObject, outer: ErrorObject) => inner.instancePath.startsWith(outer.instancePath) && !isChoice(inner);
