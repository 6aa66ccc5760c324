import type { DataSource } from 'typeorm';

interface Row {
  id: string;
  accountId: string;
  amount: string | null;
}

/** What the columns do not hold of the handoffs won in [since, until]: whose they are, and the amount of the deal. By handoff id. */
export async function accountMoney(
  db: DataSource,
  workspaceId: string,
  { since, until }: { since: Date; until: Date },
): Promise<Map<string, { accountId: string; amount: number | null }>> {
  const rows = await db.query<Row[]>(
    `select id, account_id as "accountId", amount from handoff
     where workspace_id = $1 and removed_at is null and won_at >= $2 and won_at <= $3`,
    [workspaceId, since, until],
  );
  return new Map(rows.map(({ id, accountId, amount }) => [id, { accountId, amount: amount === null ? null : Number(amount) }]));
}
