import type { Route } from './route.js';
import { isJson, type Visitor } from './visitor.js';

const MOST = 30;

/** What stands under each name in the answers to all that can be read: ids and names that are really there. */
export async function look(visitor: Visitor, routes: Route[]): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  const reads = routes.filter(({ method }) => method === 'get');
  for (const route of reads) if (placesOf(route).length === 0) await read(visitor, route.path, seen);
  for (const route of reads)
    for (const n of placesOf(route).length > 0 ? [0, 1, 2] : [])
      await read(
        visitor,
        placesOf(route).reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(seen.get(name)?.[n] ?? 'x')), route.path),
        seen,
      );
  return seen;
}

const placesOf = ({ parameters }: Route): string[] => parameters.flatMap((one) => (one.in === 'path' ? [one.name] : []));

async function read(visitor: Visitor, url: string, seen: Map<string, string[]>): Promise<void> {
  const { status, text, type } = await visitor.ask({ method: 'get', url });
  if (status !== 200 || !isJson(type)) return;
  const answer: unknown = JSON.parse(text);
  note(answer, { key: '', of: subjectOf(url) }, seen);
  if (url === '/api/dimension') for (const pair of pairsOf(answer)) add(seen, 'filter', pair);
}

/** The thing that an address speaks of: 'handoff' of '/api/kpi/churn/handoff'. */
export const subjectOf = (path: string): string => (path.split('?')[0] ?? '').split('/').findLast((part) => /^[a-z-]+$/.test(part)) ?? '';

function note(value: unknown, at: { key: string; of: string }, seen: Map<string, string[]>): void {
  if (Array.isArray(value)) for (const one of value.slice(0, MOST)) note(one, at, seen);
  else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) note(one, { ...at, key }, seen);
  else if (typeof value === 'string' || typeof value === 'number') {
    add(seen, at.key, String(value));
    add(seen, `${at.of}.${at.key}`, String(value));
  }
}

function add(seen: Map<string, string[]>, key: string, value: string): void {
  const known = seen.get(key) ?? [];
  if (known.length < MOST && !known.includes(value) && value.length < 300) known.push(value);
  seen.set(key, known);
}

/** 'segment:enterprise', as a filter is asked for. */
function pairsOf(answer: unknown): string[] {
  const { dimensions } = answer as { dimensions: { name: string; values: { value: string | null }[] }[] };
  return dimensions.flatMap(({ name, values }) => values.slice(0, 3).map(({ value }) => `${name}:${value ?? ''}`));
}
