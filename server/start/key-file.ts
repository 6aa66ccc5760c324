import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { chmod, link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the keys are that no variable says: a line each, first the one that seals, then those that it replaced. */
export const keyFileOf = (dataDirectory: string): string => join(dataDirectory, 'secret-key');

/** Secrets of the file. What several processes read may be replaced by another at any moment, so each looks whether it was. */
export class KeyFile {
  private known: { stamp: string; roots: readonly string[] } | null = null;

  constructor(readonly path: string) {}

  /** Throws with the next step when the file is gone. */
  roots(): readonly string[] {
    const { mtimeMs, size, ino } = statSync(this.path);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    if (this.known?.stamp !== stamp) this.known = { stamp, roots: rootsOf(readFileSync(this.path, 'utf8')) };
    return this.known.roots;
  }

  /** Replaces all of it in one step. */
  async keep(roots: readonly string[]): Promise<void> {
    const half = `${this.path}.${process.pid}`;
    await writeFile(half, roots.join('\n'), { mode: 0o600 });
    await chmod(half, 0o600);
    await rename(half, this.path);
  }
}

/** Before several keys were known, all of the file was the key, with a line break that an editor may have left. */
function rootsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 1 ? [text] : lines.flatMap((line) => [line, `${line}\n`]);
}

export const newRoot = (): string => randomBytes(32).toString('hex');

/** Opens the file, which is made on the first start with mode 0600. Throws when others than its owner can read it. */
export async function openKeyFile(dataDirectory: string): Promise<KeyFile> {
  const path = keyFileOf(dataDirectory);
  const there = await stat(path).catch(() => null);
  if (!there) await make(path);
  else if (process.platform !== 'win32' && (there.mode & 0o077) !== 0) {
    const mode = (there.mode & 0o777).toString(8);
    throw new Error(
      `${path} holds the secret key, and others than its owner may read it (mode ${mode}). Run: chmod 600 '${path}'. If somebody may have read it, then run: npm run baton -- key rotate`,
    );
  }
  return new KeyFile(path);
}

/** Written whole or not at all: half a key would seal what no other start can open. */
async function make(path: string): Promise<void> {
  const half = `${path}.${process.pid}`;
  await writeFile(half, newRoot(), { mode: 0o600 });
  await link(half, path).catch(() => {});
  await rm(half);
}
