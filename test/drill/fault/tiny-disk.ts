import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../../../etl/warehouse/embedded-run.js';

const call = promisify(execFile);
const MEGABYTES = 64;
const PIECE = Buffer.alloc(65_536);

/** A file system of a few megabytes. */
export interface TinyDisk {
  path: string;
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

/** Throws when it cannot be mounted, which only root may do. */
export async function tinyDisk(owner: Account | null): Promise<TinyDisk> {
  const path = await mkdtemp(join(tmpdir(), 'baton-disk-'));
  const filler = join(path, 'filler');
  try {
    await call('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', path]);
  } catch (cause) {
    await rm(path, { recursive: true });
    throw new Error('only root may mount a disk', { cause });
  }
  await chmod(path, 0o755);
  if (owner) await chown(path, owner.uid, owner.gid);
  return {
    path,
    fill: () => fillUp(filler),
    empty: () => rm(filler, { force: true }),
    async remove() {
      await call('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function fillUp(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (;;) await handle.write(PIECE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await handle.close();
  }
}
