import type { Foretold } from './foretold.js';

/** An open handoff that is at risk, as far as it takes to put the list in order. */
export interface Listed {
  row: number;
  accountId: string | null;
  /** ARR where known, else the amount of the deal; null when neither is. */
  amount: number | null;
  amountKind: 'arr' | 'amount' | null;
  chance: Foretold | null;
}
