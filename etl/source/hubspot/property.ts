import { instant } from '../instant.js';
import type { CrmObject } from './crm-object.js';

/** The text of a property; null when it is unset. */
export const text = (object: CrmObject, name: string): string | null => object.properties[name] ?? null;

/** A date-time property; null when it is unset. Throws when it is no time. */
export function moment(object: CrmObject, name: string): Date | null {
  const value = text(object, name);
  return value === null ? null : naming(name, () => instant(value));
}

/** A number property as decimal text, exact; null when it is unset. Throws when it is no number. */
export function decimal(object: CrmObject, name: string): string | null {
  const value = text(object, name);
  if (value === null) return null;
  if (!/^-?\d{1,30}([.]\d{1,20})?$/.test(value)) throw new Error(`${name}: "${value.slice(0, 40)}" is not a number`);
  return value;
}

/** Dimension to value, without the unset ones. */
export function dimensions(object: CrmObject, mapping: Record<string, string>): Record<string, string> {
  const pairs = Object.entries(mapping).map(([dimension, name]) => [dimension, text(object, name)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** Ids of the objects merged into this one. */
export const mergedIds = (object: CrmObject): string[] => (text(object, 'hs_merged_object_ids') ?? '').split(';').filter(Boolean);

function naming<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${name}: ${(cause as Error).message}`, { cause });
  }
}
