import type { MappedTable } from '../mapping/mapped-table.js';
import type { Computed, Joined } from './preset/preset.js';

/** A table to be read, whether a person mapped it or a preset knows it. */
export interface WantedTable {
  /** Of the stream: 'postgres.<name>'. */
  name: string;
  /** Names of a table of which the first that exists is read, or a query. */
  from: { tables: string[] } | { query: string };
  /** Where joined tables are; null for the search path. */
  schema: string | null;
  key: string[];
  cursor: string | null;
  deleted: string[];
  /** Words that mean deleted, by column; for a column not named, true or a time does. */
  deletedWords: Record<string, string[]>;
  everyVersion: boolean;
  joined: Record<string, Joined>;
  computed: Record<string, Computed>;
  /** Rows that count: column to values. */
  where: Record<string, string[]>;
  /** A table that may be missing, and of which columns may be missing. */
  preset: boolean;
  /** How a row is to be read. */
  mapped(row: Readonly<Record<string, unknown>>): MappedTable;
}
