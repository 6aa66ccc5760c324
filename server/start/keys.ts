import { hkdfSync, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One key for each purpose, so that what leaks in one place opens nothing in another. 32 bytes each. */
export interface Keys {
  /** Seals credentials. */
  secretKey: Buffer;
  /** Signs session cookies. */
  sessionKey: Buffer;
}

/** From `given` (BATON_SECRET_KEY), else from the file `secret-key` of the data directory, made on the first start with mode 0600. */
export async function readKeys(dataDirectory: string, given: string | undefined): Promise<Keys> {
  const root = given ?? (await keyOf(join(dataDirectory, 'secret-key')));
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `baton ${purpose}`, 32));
  return { secretKey: derive('credentials'), sessionKey: derive('session') };
}

async function keyOf(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept) return kept;
  // Written whole or not at all: half a key would seal what no other start can open.
  const half = `${file}.${process.pid}`;
  await writeFile(half, randomBytes(32).toString('hex'), { mode: 0o600 });
  await link(half, file).catch(() => {});
  await rm(half);
  return readFile(file, 'utf8');
}
