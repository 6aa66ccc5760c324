import type { ReadRecord } from '../source.js';
import { factsOf } from './facts-of.js';
import { type Reading, Row } from './row.js';

/** What is kept of one row of a table or one message of a tap: its columns as they came. */
export interface MappedRecord {
  /** Tells the row from every other row of its table. */
  key: string;
  row: Record<string, unknown>;
}

export function isMappedRecord(payload: unknown): payload is MappedRecord {
  if (typeof payload !== 'object' || payload === null || !('key' in payload) || !('row' in payload)) return false;
  return typeof payload.key === 'string' && typeof payload.row === 'object' && payload.row !== null;
}

interface Named extends Reading {
  /** Before the key in the ids of facts: tables of one source share the ids of a fact's table. */
  prefix: string;
}

/** What a record says. Throws with the column that is wrong. */
export function readMapped({ key, row }: MappedRecord, { prefix, ...reading }: Named): Pick<ReadRecord, 'rows' | 'url'> {
  return { rows: factsOf(new Row(row, reading), reading.table, `${prefix}:${key}`), url: null };
}

/** The key of a row by the columns that make it; null when one of them is empty, since then nothing tells it from another. */
export function keyOf(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string | null {
  const cells = columns.map((column) => row[column]);
  if (cells.length === 0 || cells.some((cell) => cell === null || cell === undefined || cell === '')) return null;
  return cells.map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))).join('/');
}
