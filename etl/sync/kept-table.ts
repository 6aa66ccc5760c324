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

/** Every table that an import writes. */
export const keptTables = (tx: EntityManager): KeptTable[] => [
  ...factTables(tx).map(({ name }) => ({
    ...{ name, stream: `''`, id: 't.external_id' },
    beside: name === 'account_link' ? ['account_id', 'reason'] : [],
  })),
  { name: 'record', stream: 't.stream', id: 't.external_id', beside: [] },
  { name: 'rejected_record', stream: 't.stream', id: 't.external_id', beside: ['last_read_at'] },
  { name: 'cursor', stream: 't.stream', id: `''`, beside: [] },
];
