import type { DataSource } from 'typeorm';
import type { CsvSettings } from '../../etl/source/csv/settings.js';
import { Source, Workspace } from '../../etl/warehouse/index.js';
import { slug } from '../source/slug.js';

interface Wanted {
  workspace: Workspace;
  settings: CsvSettings;
  now: Date;
  print(line: string): void;
}

/** The source that a mapping imports into, by its name: made on the first import, brought up to date on the next. Answers its id. */
export async function csvSource(db: DataSource, { workspace, settings, now, print }: Wanted): Promise<string> {
  const { name } = settings.mapping;
  const id = csvSourceId(name);
  const sources = await db.getRepository(Source).findBy({ workspaceId: workspace.id });
  const taken = sources.find((source) => source.id === id);
  if (taken && (taken.kind !== 'csv' || taken.name !== name))
    throw new Error(`There is a source '${taken.name}' (${taken.kind}) already. Give the mapping another name than '${name}'.`);
  if (sources.length === 0) await settle(db, { workspace, settings, print });
  await db.query(
    `insert into source (workspace_id, id, kind, name, settings, created_at) values ($1, $2, 'csv', $3, $4, $5)
     on conflict (workspace_id, id) do update set settings = excluded.settings`,
    [workspace.id, id, name, settings, now],
  );
  return id;
}

/** The first import into an empty workspace says what it counts in. */
async function settle(db: DataSource, { workspace, settings, print }: Omit<Wanted, 'now'>): Promise<void> {
  const { name, timeZone, currency } = settings.mapping;
  await db.getRepository(Workspace).update({ id: workspace.id }, { name, timeZone, currency });
  print(`This workspace is now '${name}': its days and months are those of ${timeZone}, its amounts are in ${currency}.`);
}

/** The id of the source that a mapping of this name imports into. */
export const csvSourceId = (name: string): string => slug(name) ?? 'files';
