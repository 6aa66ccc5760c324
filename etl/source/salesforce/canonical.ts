import type { AskedFields } from './asked-fields.js';

type Value = string | number | boolean | null;

const NUMBERS = new Set(['double', 'currency', 'percent', 'int', 'long']);

/**
 * One shape for a record, by whichever way it came: REST answers typed JSON with `+0000` and nested relations, a bulk job CSV text
 * with `Z` and a column named by the path. Read again the other way, an unchanged record must not look changed.
 */
export function canonical(record: Record<string, unknown>, { names, types }: AskedFields): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, typed(record[name] ?? nested(record, name), types.get(name))]));
}

function nested(record: Record<string, unknown>, path: string): unknown {
  if (!path.includes('.')) return null;
  let value: unknown = record;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value;
}

/** What is not as its type says is kept as it is, to be rejected when it is read. */
function typed(value: unknown, type: string | undefined): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (type === 'datetime' && typeof value === 'string') return zulu(value);
  if (type === 'anyType') return String(value);
  if (type !== undefined && NUMBERS.has(type) && typeof value === 'string') return number(value);
  return value as Value;
}

function number(value: string): Value {
  const read = Number(value);
  return Number.isFinite(read) ? read : value;
}

function zulu(value: string): string {
  const date = new Date(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}
