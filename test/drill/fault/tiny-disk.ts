import { execFile, execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../../../etl/warehouse/embedded-run.js';

const call = promisify(execFile);
const LARGE_PIECE = Buffer.alloc(1 << 20);
/** Of memory: a file of less takes a whole one. */
const SMALL_PIECE = Buffer.alloc(4096);

/** A file system in memory that is soon full. */
export interface TinyDisk {
  path: string;
  /** To the last page. */
  fill(): Promise<void>;
  empty(): Promise<void>;
  /** Whatever still uses it. Also done when the process ends without having asked for it. */
  remove(): Promise<void>;
}

/** Null when it cannot be mounted, which only root may do. */
export async function tinyDisk({ megabytes, owner }: { megabytes: number; owner: Account | null }): Promise<TinyDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'baton-disk-'));
  const filler = join(path, 'filler');
  const mounted = await call('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).then(
    () => true,
    () => false,
  );
  if (!mounted) {
    await rm(path, { recursive: true });
    return null;
  }
  const leave = () => execFileSync('umount', ['-l', path]);
  process.once('exit', leave);
  await chmod(path, 0o755);
  if (owner) await chown(path, owner.uid, owner.gid);
  return {
    path,
    fill: () => fillUp(filler),
    empty: () => rm(filler, { force: true }),
    async remove() {
      await call('umount', ['-l', path]);
      process.off('exit', leave);
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function fillUp(file: string): Promise<void> {
  const handle = await open(file, 'a');
  try {
    for (const piece of [LARGE_PIECE, SMALL_PIECE]) await writeUntilFull(handle, piece);
  } finally {
    await handle.close();
  }
}

async function writeUntilFull(handle: Awaited<ReturnType<typeof open>>, piece: Buffer): Promise<void> {
  try {
    for (;;) await handle.write(piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
