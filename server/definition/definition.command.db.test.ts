import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { KnownHandoffs } from '../../test/known-handoffs.js';
import { CommandMistake } from '../command.js';
import { definitionCommand } from './definition.command.js';
import { BUILT_IN, type Definition } from './definition.js';

const NOW = new Date('2026-06-01T12:00:30Z');

async function installation() {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'baton-definition-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: NOW });
  await new KnownHandoffs(db, id).readThrough(NOW);
  const lines: string[] = [];
  const context = {
    db,
    dataDirectory: folder,
    secretKey: Buffer.alloc(32),
    workspace: () => db.getRepository(Workspace).findOneByOrFail({ id }),
    now: () => NOW,
    print: (line: string) => lines.push(line),
    signal: new AbortController().signal,
  };
  const file = async (definition: Definition) => {
    const path = join(folder, `${randomUUID()}.json`);
    await writeFile(path, JSON.stringify(definition));
    return path;
  };
  const run = async (...args: string[]) => {
    lines.length = 0;
    await definitionCommand.run(args, context);
    return lines.join('\n');
  };
  return { file, run };
}

const shorterChurn: Definition = { ...BUILT_IN, windows: { ...BUILT_IN.windows, churnDays: 60 } };

test('what is shown can be changed, tried, decided and found in the history', async () => {
  const { file, run } = await installation();
  expect(JSON.parse(await run('show'))).toEqual(BUILT_IN);
  const path = await file(shorterChurn);
  expect(await run('preview', path)).toContain('Window of churn: 90 to 60 days\n\nHandoffs won from 2025-06-02 to 2026-06-02:');
  expect(await run('history')).toBe('1  built in');
  expect(await run('set', path, '--note', 'Trials end sooner')).toBe(
    'Window of churn: 90 to 60 days\nVersion 2 holds; 0 handoffs changed.',
  );
  expect(JSON.parse(await run('show'))).toEqual(shorterChurn);
  expect(JSON.parse(await run('show', '1'))).toEqual(BUILT_IN);
  expect(await run('history')).toMatch(/^1 {2}built in\n2 {2}2026-06-01T12:00:30.000Z {2}\S+: Trials end sooner\n {5}Window of churn/);
});

test('what cannot be decided is a mistake, in words', async () => {
  const { file, run } = await installation();
  const path = await file(shorterChurn);
  const wrong = await file({ ...BUILT_IN, windows: { ...BUILT_IN.windows, churnDays: 400 } });
  const mistakes: [string[], string][] = [
    [['set', path], 'Say why with --note.'],
    [['set', wrong, '--note', 'longer'], 'windows.churnDays: must not be beyond 365 days.'],
    [['set', path, '--note', 'late', '--from', '7'], 'Version 1 has been decided since version 7 was opened.'],
    [['set', await file(BUILT_IN), '--note', 'same'], 'nothing would change'],
    [['preview', '/nowhere.json'], '/nowhere.json cannot be read as JSON'],
    [['show', '9'], 'There is no version 9'],
    [['forget'], 'Say one of show, history, preview, set.'],
  ];
  for (const [args, words] of mistakes) {
    await expect(run(...args)).rejects.toThrow(CommandMistake);
    await expect(run(...args)).rejects.toThrow(words);
  }
});
