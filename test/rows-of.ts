import type { DataSource } from 'typeorm';

/** Every table of a database with how many rows it has and a hash of them in which their order does not matter. */
export async function rowHashes(db: DataSource, leaveOut: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }[]>(
    `select c.relname::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !leaveOut.includes(table.name))) {
    const [row] = await db.query<{ hash: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as hash from (select md5(t::text) as line from ${name} t) l`,
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}
