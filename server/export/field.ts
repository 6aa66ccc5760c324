import type * as arrow from 'apache-arrow';
import type { Question } from '../kpi/question.js';

/** What is exported: the handoffs of a question in an order of their own. */
export interface Cargo {
  question: Question;
  /** Rows of the snapshot, the last won first. */
  rows: Uint32Array;
}

/** Some of them, with what the columns do not hold. */
export interface Batch {
  rows: Uint32Array;
  names: readonly Names[];
}

export interface Names {
  name: string | null;
  account: string | null;
}

/** One column of an export. */
export interface Field {
  name: string;
  type: arrow.DataType;
  /** Null for what is not measured. */
  unit: string | null;
  /** What null says; null where it cannot be null. */
  absent: string | null;
  data(batch: Batch): arrow.Data;
}

/** The columns that a kind of thing adds, for what is exported. */
export type Fields = (cargo: Cargo) => Field[];
