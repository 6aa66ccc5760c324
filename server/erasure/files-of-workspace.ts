import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';

/** Removes the mails of a workspace from the outbox, and the files handed over for its imports. */
export async function removeFiles(client: Client, dataDirectory: string, workspaceId: string): Promise<void> {
  const { rows } = await client.query<{ file: string }>(
    `select distinct outbox_file as file from report_delivery where workspace_id = $1 and outbox_file is not null`,
    [workspaceId],
  );
  await removeMails(
    dataDirectory,
    rows.map(({ file }) => file),
  );
  await rm(join(dataDirectory, 'upload', workspaceId), { recursive: true, force: true });
}

export async function removeMails(dataDirectory: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(dataDirectory, 'outbox', basename(file)), { force: true });
}

/** Files of the mails of a workspace to one address. */
export async function mailsTo(tx: EntityManager, workspaceId: string, email: string): Promise<string[]> {
  const rows = await tx.query<{ file: string }[]>(
    `select outbox_file as file from report_delivery where workspace_id = $1 and lower(recipient) = lower($2) and outbox_file is not null`,
    [workspaceId, email],
  );
  return rows.map(({ file }) => file);
}
