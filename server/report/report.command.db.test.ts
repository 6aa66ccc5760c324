import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { KnownHandoffs } from '../../test/known-handoffs.js';
import { CommandMistake } from '../command.js';
import { reportCommand } from './report.command.js';

const NOW = new Date('2026-06-01T12:00:30Z');

async function installation({ sample }: { sample: boolean }) {
  const { db } = await testDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'baton-command-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }));
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: NOW, sample });
  await new KnownHandoffs(db, id).readThrough(NOW);
  const lines: string[] = [];
  const context = {
    db,
    dataDirectory,
    secretKey: Buffer.alloc(32),
    workspace: () => db.getRepository(Workspace).findOneByOrFail({ id }),
    now: () => NOW,
    print: (line: string) => lines.push(line),
    signal: new AbortController().signal,
  };
  return { lines, run: (...args: string[]) => reportCommand.run(args, context) };
}

test('writes the mail to the outbox, and says where', async () => {
  const { lines, run } = await installation({ sample: true });
  expect(await run('--now', '--as-of', '2026-05-04T06:00:00Z', '--to', 'ann@example.com')).toBe(0);
  const [, path = ''] = /^ann@example\.com: (\/\S+\.eml) \("Handoff health: .*"\)$/.exec(lines[0] ?? '') ?? [];
  const eml = await readFile(path, 'utf8');
  expect(eml).toMatch(/^To: ann@example\.com\r$/m);
  expect(eml).toMatch(/^Date: Mon, 04 May 2026 06:00:00 \+0000\r$/m);
});

test('goes to the recipients of the report when nobody else is named', async () => {
  const { lines, run } = await installation({ sample: true });
  expect(await run('--now')).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^executives@example\.com: /)]);
});

test('a workspace of its own has nobody on the list until somebody is named', async () => {
  const { run } = await installation({ sample: false });
  await expect(run('--now')).rejects.toThrow('say to whom with --to');
  expect(await run('--now', '--to', 'ann@example.com')).toBe(0);
});

test.each([
  [[], 'Say --now'],
  [['--now', '--to', 'ann'], 'not one e-mail address'],
  [['--now', '--as-of', 'monday'], 'is not a moment'],
  [['--now', '--as-of', '2027-01-01T00:00:00Z'], 'is in the future'],
  [['--now', '--cc', 'ann@example.com'], '--cc'],
])('%j is refused with: %s', async (args, sentence) => {
  const { run } = await installation({ sample: true });
  const mistake = await run(...args).catch((error: unknown) => error);
  expect(mistake).toBeInstanceOf(CommandMistake);
  expect(String(mistake)).toContain(sentence);
});
