import type { DataSource } from 'typeorm';

/** Every row of every table as text, as a dump would hold it; bytes are hex. */
export async function everythingIn(db: DataSource, { but = [] }: { but?: readonly string[] } = {}): Promise<string> {
  const tables = await db.query<{ name: string }[]>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const texts: string[] = [];
  for (const { name } of tables.filter((table) => !but.includes(table.name))) {
    const rows = await db.query<{ row: string }[]>(`select t::text as row from "${name}" t`);
    texts.push(name, ...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}
