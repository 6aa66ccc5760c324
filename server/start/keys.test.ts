import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keyIdOf, seal, unseal } from '../../etl/warehouse/index.js';
import { openKeyFile } from './key-file.js';
import { readKeys } from './keys.js';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'baton-key-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

const none = { secretKey: undefined };
const root = 'r'.repeat(40);

test('the first start makes a key that only its owner can read, and every later one finds it', async () => {
  const place = await folder();
  const { secretKey, sessionKey } = await readKeys(place, none);
  expect((await stat(join(place, 'secret-key'))).mode & 0o777).toBe(0o600);
  const again = await readKeys(place, none);
  expect(again.secretKey.current()).toEqual(secretKey.current());
  expect(again.sessionKey).toEqual(sessionKey);
  expect(sessionKey).not.toEqual(secretKey.current());
});

test.each([0o644, 0o640, 0o604, 0o660])('a file of mode %o is refused with the next step, and its key is not said', async (mode) => {
  const place = await folder();
  await readKeys(place, none);
  const path = join(place, 'secret-key');
  await chmod(path, mode);
  const refused = await readKeys(place, none).catch((error: Error) => error.message);
  expect(refused).toContain(`chmod 600 '${path}'`);
  expect(refused).not.toContain(await readFile(path, 'utf8'));
});

test('what a variable says goes before the file, and no file is made', async () => {
  const place = await folder();
  const one = await readKeys(place, { secretKey: root });
  const other = await readKeys(place, { secretKey: `${root}!` });
  expect(one.secretKey.current()).not.toEqual(other.secretKey.current());
  await expect(stat(join(place, 'secret-key'))).rejects.toThrow();
});

test.each(['oldSecretKey', 'newSecretKey'])('%s opens, and does not seal', async (name) => {
  const place = await folder();
  const alone = (await readKeys(place, { secretKey: root })).secretKey;
  const sealed = seal('x', alone, ['here']);
  const both = await readKeys(place, { secretKey: 's'.repeat(40), [name]: root });
  expect(unseal(sealed, both.secretKey, ['here'])).toBe('x');
  expect(keyIdOf(both.secretKey.current())).not.toEqual(keyIdOf(alone.current()));
  expect(both.otherSessionKeys).toEqual([(await readKeys(place, { secretKey: root })).sessionKey]);
});

test('a running server follows the file', async () => {
  const place = await folder();
  const { secretKey: running } = await readKeys(place, none);
  const sealed = seal('before', running, ['here']);
  const file = await openKeyFile(place);
  await file.keep([root, ...file.roots()]);
  expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  expect(running.current()).toEqual((await readKeys(place, { secretKey: root })).secretKey.current());
  expect(unseal(sealed, running, ['here'])).toBe('before');
});

test.each(['', '\n'])('a key that ended with %j keeps its meaning when it is replaced', async (end) => {
  const place = await folder();
  await writeFile(join(place, 'secret-key'), root + end, { mode: 0o600 });
  const sealed = seal('x', (await readKeys(place, none)).secretKey, ['here']);
  const file = await openKeyFile(place);
  await file.keep(['n'.repeat(64), ...new Set(file.roots().map((one) => one.trim()))]);
  expect(unseal(sealed, (await readKeys(place, none)).secretKey, ['here'])).toBe('x');
});
