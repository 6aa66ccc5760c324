import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSecretFiles } from './secret-files.js';

function file(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'baton-secret-')), 'secret');
  writeFileSync(path, content);
  return path;
}

test('a secret comes from the file that is named, without the line end an editor left', () => {
  const env = { BATON_SECRET_KEY_FILE: file('a-key-of-thirty-two-characters-..\n') };
  readSecretFiles(env);
  expect(env).toMatchObject({ BATON_SECRET_KEY: 'a-key-of-thirty-two-characters-..' });
});

test('a password from a file stands in the address of the database, whatever characters it has', () => {
  const env: NodeJS.ProcessEnv = { DATABASE_URL: 'postgres://baton@db:5432/baton', DATABASE_PASSWORD_FILE: file('p@ss/w:rd%\n') };
  readSecretFiles(env);
  expect(decodeURIComponent(new URL(env.DATABASE_URL ?? '').password)).toBe('p@ss/w:rd%');
});

test('a file that cannot be read is named by its variable', () => {
  expect(() => readSecretFiles({ SMTP_URL_FILE: '/nowhere/secret' })).toThrow('SMTP_URL_FILE: the file cannot be read.');
});

test('a password without an address is refused', () => {
  expect(() => readSecretFiles({ DATABASE_PASSWORD_FILE: file('x') })).toThrow('needs DATABASE_URL');
});
