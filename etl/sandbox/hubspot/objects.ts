import type { Kept } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { invalid } from './error.js';
import { historyOf, type WireVersion } from './history.js';
import { type ObjectType, propertyValue } from './property.js';
import type { Shelf } from './shelf.js';

export interface WireObject {
  id: string;
  properties: Record<string, string | null>;
  propertiesWithHistory?: Record<string, WireVersion[]>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  archivedAt?: string;
}

/** Objects of one kind, with the two questions about them that give history: page by page, and by id. */
export class Objects<T extends Kept> {
  constructor(
    readonly type: ObjectType<T>,
    readonly shelf: Shelf<T>,
  ) {}

  wire(record: T, names: string[], withHistory: string[] = []): WireObject {
    const asked = names.length === 0 ? this.type.usual : names.filter((name) => name in this.type.read);
    const always = [this.type.created, this.type.changed, 'hs_object_id'];
    const properties = Object.fromEntries(
      [...new Set([...asked, ...always])].sort().map((name) => [name, propertyValue(this.type, record, name)]),
    );
    const known = withHistory.filter((name) => name in this.type.read);
    const history = Object.fromEntries(known.map((name) => [name, historyOf(this.type, record, name)]));
    return {
      id: record.id,
      properties,
      ...(withHistory.length === 0 ? {} : { propertiesWithHistory: history }),
      createdAt: new Date(record.createdAt).toISOString(),
      updatedAt: new Date(record.changedAt).toISOString(),
      archived: record.archivedAt !== null,
      ...(record.archivedAt === null ? {} : { archivedAt: new Date(record.archivedAt).toISOString() }),
    };
  }

  list(request: Request): Answer {
    const names = commaList(request.query.getAll('properties'));
    const withHistory = commaList(request.query.getAll('propertiesWithHistory'));
    const limit = Number(request.query.get('limit') ?? '10');
    const wrong = wrongLimit(limit, withHistory);
    if (wrong !== null) return wrong;
    const after = Number(request.query.get('after') ?? '0');
    if (!Number.isSafeInteger(after) || after < 0)
      return invalid(`Invalid input JSON: "after" is not a cursor of this list: ${request.query.get('after')}`);
    const found = this.shelf.from(after, { archived: request.query.get('archived') === 'true', count: limit });
    const page = found.slice(0, limit);
    const results = page.map((record) => this.wire(record, names, withHistory));
    const last = page.at(-1);
    if (found.length <= limit || last === undefined) return { status: 200, body: { results } };
    return { status: 200, body: { results, paging: { next: nextPage(request, String(Number(last.id) + 1)) } } };
  }

  batchRead(request: Request): Answer {
    const body = fieldsOf(request.body);
    const ids = Array.isArray(body.inputs) ? body.inputs.map((input) => String(fieldsOf(input).id)) : null;
    if (ids === null) return invalid('Invalid input JSON: "inputs" is required');
    const withHistory = strings(body.propertiesWithHistory);
    const most = withHistory.length > 0 ? 50 : 100;
    if (ids.length > most)
      return invalid(
        `The maximum number of inputs supported in a batch request${withHistory.length > 0 ? ' with history' : ''} is ${most}. Received ${ids.length}.`,
      );
    const archived = request.query.get('archived') === 'true';
    const found = ids.map((id) => this.shelf.find(id)).filter((kept) => kept !== null && (kept.archivedAt !== null) === archived);
    const results = found.filter((kept) => kept !== null).map((kept) => this.wire(kept, strings(body.properties), withHistory));
    const got = new Set(results.map((result) => result.id));
    return batch(results, missing(ids.filter((id) => !got.has(id))));
  }
}

/** A batch with errors is answered 207, and still complete. */
export function batch(results: unknown[], errors: unknown[]): Answer {
  const at = new Date().toISOString();
  const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  if (errors.length === 0) return { status: 200, body };
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}

function missing(ids: string[]): unknown[] {
  if (ids.length === 0) return [];
  const message = 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.';
  return [{ status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids }, errors: [], links: {} }];
}

function wrongLimit(limit: number, withHistory: string[]): Answer | null {
  const most = withHistory.length > 0 ? 50 : 100;
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return null;
  if (withHistory.length > 0) return invalid('The maximum number of objects with property history supported to be requested at once is 50');
  return invalid('The limit must be between 1 and 100');
}

/** The link is wrong in the way the vendor's is ("offset_param"): only `after` may be followed. */
function nextPage(request: Request, after: string): { after: string; link: string } {
  return { after, link: `https://api.hubapi.com${request.path}?offset_param=after&after=${after}` };
}

const commaList = (values: string[]): string[] => values.flatMap((value) => value.split(',')).filter((name) => name !== '');

export const fieldsOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

export const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
