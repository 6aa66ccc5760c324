import type { EntityManager } from 'typeorm';
import { factTables } from './fact-table.js';

/** A table of which an import changes rows, and what tells its rows from one another within a source. */
export interface KeptTable {
  name: string;
  /** SQL over the row `t`. */
  stream: string;
  id: string;
  /** Columns that change without the import having a part in it. */
  beside: string[];
}

/** Filled by whoever derives. */
const BESIDE: Record<string, string[]> = { account_link: ['account_id', 'reason'], person: ['email_domain'] };

/** Every table that an import writes. */
export const keptTables = (tx: EntityManager): KeptTable[] => [
  ...factTables(tx).map(({ name }) => ({
    ...{ name, stream: `''`, id: 't.external_id' },
    beside: BESIDE[name] ?? [],
  })),
  { name: 'record', stream: 't.stream', id: 't.external_id', beside: [] },
  { name: 'rejected_record', stream: 't.stream', id: 't.external_id', beside: ['last_read_at'] },
  { name: 'cursor', stream: 't.stream', id: `''`, beside: [] },
];
