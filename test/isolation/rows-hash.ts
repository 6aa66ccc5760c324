import type { DataSource } from 'typeorm';

/** One hash of all rows of a workspace: equal as long as nobody changes, adds or removes one. */
export async function rowsHash(owner: DataSource, tables: readonly string[], workspaceId: string): Promise<string> {
  const parts = tables.map(
    (table) => `select '${table}' as name, md5(coalesce(string_agg(row::text, ',' order by row::text), '')) as hash
      from public."${table}" as row where row.${table === 'workspace' ? 'id' : 'workspace_id'} = $1`,
  );
  const [found] = await owner.query<{ hash: string }[]>(
    `select string_agg(name || hash, ' ' order by name) as hash from (${parts.join(' union all ')}) as hashed`,
    [workspaceId],
  );
  return found?.hash ?? '';
}

/** Whether any row of a workspace has a word in it. */
export async function holdsWord(
  owner: DataSource,
  tables: readonly string[],
  { workspaceId, word }: { workspaceId: string; word: string },
): Promise<boolean> {
  const parts = tables.map(
    (table) => `select 1 from public."${table}" as row
      where row.${table === 'workspace' ? 'id' : 'workspace_id'} = $1 and strpos(row::text, $2) > 0`,
  );
  const found = await owner.query<unknown[]>(`${parts.join(' union all ')} limit 1`, [workspaceId, word]);
  return found.length > 0;
}
