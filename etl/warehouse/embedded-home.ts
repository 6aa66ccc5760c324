import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './embedded-run.js';

/** Where the embedded server keeps its data, and as whom it runs: Postgres refuses to run as root. */
export interface Home {
  data: string;
  /** Null when it runs as the current user. */
  as: Account | null;
}

/** Used when root's own folder is closed to the server's user, as /root is. */
export const OPEN_FOLDER = '/var/lib/baton';

export async function homeOf(directory: string): Promise<Home> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw new Error(`${directory} cannot be written. Set BATON_DATA_DIR to a folder that can.`, { cause });
  }
  if (process.getuid?.() !== 0) return { data: join(directory, 'postgres'), as: null };
  const as = await serverAccount();
  const open = (await reachable(directory)) ? directory : await openFolderFor(directory);
  const data = join(open, 'postgres');
  await mkdir(data, { recursive: true });
  await chown(data, as.uid, as.gid);
  await chmod(data, 0o700);
  return { data, as };
}

/** Remembered in `directory`, so that whoever deletes the directory starts afresh. */
async function openFolderFor(directory: string): Promise<string> {
  const note = join(directory, 'postgres-is-in');
  try {
    await writeFile(note, join(OPEN_FOLDER, randomBytes(6).toString('hex')), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(note, 'utf8');
}

/** Whether every folder from the root down can be entered by everybody. */
export async function reachable(path: string): Promise<boolean> {
  for (let folder = resolve(path); folder !== '/'; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
  }
  return true;
}

async function serverAccount(): Promise<Account> {
  const found = await accountOf('postgres');
  if (found) return found;
  await call('groupadd', ['--system', 'postgres']).catch(() => {});
  await call('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const made = await accountOf('postgres');
  if (!made)
    throw new Error(
      'Postgres cannot run as root, and the user "postgres" could not be made. Run Baton as an ordinary user, or set DATABASE_URL.',
    );
  return made;
}

const call = promisify(execFile);

async function accountOf(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([call('id', ['-u', name]), call('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
