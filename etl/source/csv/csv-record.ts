import { createHash } from 'node:crypto';

/** What is kept of one row: its cells as they came. */
export interface CsvRecord {
  /** Tells the row from every other row of its file. */
  key: string;
  cells: Record<string, string>;
  /** What is wrong with the row as a whole. */
  fault?: string;
}

export function isCsvRecord(payload: unknown): payload is CsvRecord {
  return typeof payload === 'object' && payload !== null && 'key' in payload && 'cells' in payload;
}

/** A short name for anything that is equal when its JSON is. */
export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
