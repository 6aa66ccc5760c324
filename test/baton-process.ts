import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

export interface BatonProcess {
  /** All it has printed, on both streams. */
  printed(): string;
  /** The first match, as soon as it is printed. Throws with what was printed when the process ends without it. */
  says(pattern: RegExp): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Exit code; null when a signal ended it. */
  exit: Promise<number | null>;
}

/** Compiles what is stale: these journeys run what users run. Type errors are for `npm run check` to tell. */
export const compile = () => promisify(execFile)('node_modules/.bin/tsc', ['-b', 'server']).catch(() => {});

/** The compiled program as a process of its own, ended with the test. */
export function baton(args: string[], env: Record<string, string>): BatonProcess {
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BATON_ALLOW_HOSTS: process.env.BATON_ALLOW_HOSTS, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let ended = false;
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = true;
      for (const look of waiting) look();
      resolve(code);
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [found] = pattern.exec(text) ?? [];
        if (found === undefined && !ended) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`It ended without saying ${pattern}:\n${text}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { printed: () => text, says, signal: (name) => child.kill(name), exit };
}

/** A folder of its own in which also the embedded Postgres of root can live; removed with the test. */
export async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  await chmod(directory, 0o755);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
