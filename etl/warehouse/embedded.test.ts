import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from './embedded.js';

async function folder(mode: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-embedded-'));
  await chmod(directory, mode);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function ask<Row>(url: string, sql: string): Promise<Row | undefined> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as Row | undefined;
  } finally {
    await client.end();
  }
}

test('keeps its data across a stop and a start', async () => {
  const directory = await folder(0o755);
  const first = await startEmbedded(directory);
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await startEmbedded(directory);
  onTestFinished(() => second.stop());
  expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
});

test('takes over a server that a killed process left running', async () => {
  const directory = await folder(0o755);
  const left = await startEmbedded(directory);
  const found = await startEmbedded(directory);
  onTestFinished(() => found.stop());
  expect(found.url).toBe(left.url);
});

test('starts in a folder that only its owner may enter', async () => {
  const directory = await folder(0o700);
  const server = await startEmbedded(directory);
  onTestFinished(async () => {
    await server.stop();
    const elsewhere = await readFile(join(directory, 'postgres-is-in'), 'utf8').catch(() => null);
    if (elsewhere) await rm(elsewhere, { recursive: true });
  });
  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
});

test('keeps the password where only the owner reads it, and refuses a wrong one', async () => {
  const directory = await folder(0o755);
  const server = await startEmbedded(directory);
  onTestFinished(() => server.stop());
  expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
  await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('says which folder cannot be written and what to set', async () => {
  const directory = await folder(0o755);
  const file = join(directory, 'taken');
  await writeFile(file, '');
  await expect(startEmbedded(join(file, 'baton'))).rejects.toThrow(/taken\/baton cannot be written. Set BATON_DATA_DIR/);
});
