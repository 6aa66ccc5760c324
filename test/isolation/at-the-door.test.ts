import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What signs people in and out stands at the door as a whole; of the rest, these. */
const AT_THE_DOOR = [
  'server/erasure/login-erasure.controller.ts',
  'server/operation/installation-gauges.ts',
  'server/start/check-key.ts',
  'server/start/logins.ts',
  'server/start/read-ahead.ts',
  'server/start/sealed-values.ts',
];

/** Connections without a scope: migrations, backup, deletion, the probe of readiness, and the address of nowhere for the document. */
const AS_THE_OWNER = [
  'server/backup/empty-database.ts',
  'server/backup/note-of-backup.ts',
  'server/erasure/keeper.ts',
  'server/openapi.ts',
  'server/operation/readiness.ts',
  'server/start/database.ts',
];

/** Of the program, without tests and the warehouse itself, which says what these words mean. */
async function filesWith(pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const root of ['etl', 'server']) {
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names) {
      const path = join(root, name);
      if (!path.startsWith('etl/warehouse/') && pattern.test(await readFile(path, 'utf8'))) found.push(path);
    }
  }
  return found.sort();
}

it('only what must know of several workspaces works at the door', async () => {
  const found = await filesWith(/\batTheDoor\(/);
  expect(found.some((path) => path.startsWith('server/access/'))).toBe(true);
  expect(found.filter((path) => !path.startsWith('server/access/'))).toEqual(AT_THE_DOOR);
});

it('only what must have all workspaces connects without a scope', async () => {
  const unscoped = await filesWith(/\bdatabase\((?!(?:[^()]|\([^()]*\))*scoped: true)[^)]/);
  expect(unscoped).toEqual(AS_THE_OWNER);
});
