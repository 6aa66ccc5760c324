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
