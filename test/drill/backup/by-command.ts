import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** What a command of the built Baton came to. */
export interface Commanded {
  code: number | null;
  /** On both streams. */
  said: string;
  seconds: number;
  /** The most memory that it held, without the Postgres beside it. */
  peakMegabytes: number;
}

const LOOK_MS = 50;
/** Of 1,024 bytes, in a megabyte. */
const KILOBYTES = 1e6 / 1024;

/** Runs `npm run baton -- …` as a process of its own. */
export async function byCommand(args: readonly string[], env: Record<string, string>): Promise<Commanded> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece.toString()));
  let peakMegabytes = 0;
  const looking = setInterval(async () => {
    peakMegabytes = Math.max(peakMegabytes, await peakOf(child.pid));
  }, LOOK_MS);
  const [code]: (number | null)[] = await once(child, 'close');
  clearInterval(looking);
  return { code: code ?? null, said: said.join('').trim(), seconds: (performance.now() - began) / 1000, peakMegabytes };
}

/** As Linux counts it (VmHWM); 0 where it cannot be read. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / KILOBYTES;
}
