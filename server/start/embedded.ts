import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../etl/warehouse/index.js';

export interface SharedPostgres {
  url: string;
  /** Stops the server unless another Baton process works with it. */
  release(): Promise<void>;
}

/**
 * The embedded Postgres of a data directory, shared by all Baton processes of that directory:
 * each leaves a file named by its process id in `using/`, and the last one that goes stops the server.
 */
export async function shareEmbedded(directory: string): Promise<SharedPostgres> {
  const using = join(directory, 'using');
  const own = join(using, String(process.pid));
  await mkdir(using, { recursive: true });
  const server = await alone(directory, async () => {
    await writeFile(own, '');
    return startEmbedded(directory);
  }).catch(async (error) => {
    await rm(own, { force: true });
    throw error;
  });
  const release = () =>
    alone(directory, async () => {
      await rm(own, { force: true });
      if ((await users(using)).length === 0) await server.stop();
    });
  return { url: server.url, release };
}

/** Processes that still run; the files of those that were killed are removed. */
async function users(using: string): Promise<string[]> {
  const names = await readdir(using);
  const dead = names.filter((name) => !runs(Number(name)));
  await Promise.all(dead.map((name) => rm(join(using, name), { force: true })));
  return names.filter((name) => !dead.includes(name));
}

/** One process at a time starts or stops the server. A lock whose owner was killed is broken. */
async function alone<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = join(directory, 'lock');
  while (!(await take(lock))) await wait(50);
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    await writeFile(join(lock, String(process.pid)), '');
    return true;
  } catch {
    const owners = await readdir(lock).catch(() => []);
    if (owners.length > 0 && !owners.some((name) => runs(Number(name)))) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
