import type { Answer, Request } from '../stand-in/fault.js';
import { invalid } from './error.js';

const USUAL = ['limit', 'starting_after', 'ending_before', 'expand[]'];
/** Stripe expands no deeper. */
const DEEPEST = 4;

/** What is wrong with the parameters; null for nothing. */
export function wrongParameters(request: Request, known: string[]): Answer | null {
  const unknown = [...request.query.keys()].find((name) => ![...USUAL, ...known].includes(name));
  if (unknown !== undefined) return invalid(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
  const limit = Number(request.query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return invalid('Limit must be between 1 and 100', { param: 'limit' });
  const deep = request.query.getAll('expand[]').find((path) => path.split('.').length > DEEPEST);
  return deep === undefined ? null : invalid(`You cannot expand more than ${DEEPEST} levels of a property. Property: ${deep}`);
}

/** Expanded paths of one object; in a list they begin with 'data.'. */
export const expandedIn = (request: Request, prefix: '' | 'data.'): ReadonlySet<string> =>
  new Set(request.query.getAll('expand[]').flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])));

/** One page, newest first. */
export function page<T extends { id: string; created: number }>(request: Request, kept: T[], wire: (one: T) => unknown): Answer {
  // What was written later is newer among those of one second.
  const sorted = kept.map((one, n) => ({ one, n })).sort((a, b) => b.one.created - a.one.created || b.n - a.n);
  const after = request.query.get('starting_after');
  const at = after === null ? 0 : sorted.findIndex(({ one }) => one.id === after) + 1;
  if (after !== null && at === 0) return invalid(`No such object: '${after}'`, { code: 'resource_missing', param: 'starting_after' });
  const limit = Number(request.query.get('limit') ?? '10');
  const data = sorted.slice(at, at + limit).map(({ one }) => wire(one));
  return { status: 200, body: { object: 'list', data, has_more: at + limit < sorted.length, url: request.path } };
}
