import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';

const DAY = 86_400_000;

/** Removes files that nothing knows of: mails whose row is gone, half written ones, and uploads of yesterday. Young ones may just be made. */
export async function removeOrphans(client: Client, { dataDirectory, now }: { dataDirectory: string; now: Date }): Promise<void> {
  const outbox = join(dataDirectory, 'outbox');
  const { rows } = await client.query<{ file: string }>('select outbox_file as file from report_delivery where outbox_file is not null');
  const known = new Set(rows.map(({ file }) => file));
  for (const file of await readdir(outbox).catch(() => [])) {
    if (!known.has(file)) await removeOld(join(outbox, file), now);
  }
  const uploads = join(dataDirectory, 'upload');
  for (const workspace of await readdir(uploads).catch(() => [])) {
    for (const upload of await readdir(join(uploads, workspace))) await removeOld(join(uploads, workspace, upload), now);
  }
}

async function removeOld(path: string, now: Date): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found && found.mtimeMs < now.getTime() - DAY) await rm(path, { recursive: true, force: true });
}
