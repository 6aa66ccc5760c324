import { instant } from '../instant.js';
import type { WireRecord } from './record.js';

/** The value of a field as text, by its name or key, or of a built-in field; null when it is not set. Of an option its label, of a user or organization its id. */
export function textOf(record: WireRecord, field: string): string | null {
  return text(record.named_fields[field] ?? record.custom_fields?.[field] ?? record[field]);
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(', ') || null;
  if (typeof value !== 'object' || value === null) return null;
  const { label, value: inner, id } = value as Record<string, unknown>;
  return text(label ?? inner ?? id);
}

/** Throws with the field's name when it holds something else. */
export function momentOf(record: WireRecord, field: string): Date | null {
  const held = textOf(record, field);
  if (held === null) return null;
  try {
    return instant(held);
  } catch (error) {
    throw new Error(`${field}: ${(error as Error).message}`);
  }
}

export function dimensionsOf(record: WireRecord, mapping: Record<string, string>): Record<string, string> {
  const entries = Object.entries(mapping).map(([dimension, field]) => [dimension, textOf(record, field)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Id of what another record names. */
export const reference = (id: number | null | undefined): string | null => (id == null ? null : String(id));
