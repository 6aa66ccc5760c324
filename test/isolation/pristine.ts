import type { DataSource } from 'typeorm';
import type { ColumnOf } from './generated-row.js';

/** All rows of these tables as they are now; answers how they come back to that, whatever was done to them. */
export async function keepPristine(owner: DataSource, columns: readonly ColumnOf[]): Promise<() => Promise<void>> {
  const tables = [...new Set(columns.map(({ table }) => table))];
  await owner.query('create schema pristine');
  for (const table of tables) await owner.query(`create table pristine."${table}" as table public."${table}"`);
  const back = tables.flatMap((table) => {
    const names = columns.filter((column) => column.table === table).map(({ name }) => `"${name}"`);
    return [
      `delete from public."${table}"`,
      `insert into public."${table}" (${names.join(', ')}) select ${names.join(', ')} from pristine."${table}"`,
    ];
  });
  const all = [`begin; set local session_replication_role = 'replica'`, ...back, 'commit'].join('; ');
  return async () => {
    await owner.query(all);
  };
}
