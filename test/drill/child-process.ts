import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Life } from './life.js';

export interface ChildRun {
  process: ChildProcess;
  /** It is about to begin its run. */
  ready: Promise<unknown>;
  /** The signal it died of; null when it ended by itself, with `code`. */
  ended: Promise<{ code: number | null; signal: string | null; said: string }>;
}

/** A worker in a process of its own, on the source of this life. `crashAt`: '<point>:<passing>', or null to let it live. */
export function startChild({ workspaceId, clock }: Life, { url, crashAt }: { url: string; crashAt: string | null }): ChildRun {
  const script = fileURLToPath(new URL('child.js', import.meta.url));
  const args = ['--url', url, '--workspace', workspaceId, '--at', clock.now().toISOString()];
  const env = { ...process.env, ...(crashAt === null ? {} : { BATON_CRASH_AT: crashAt }) };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code: code as number | null, signal: signal as string | null, said }));
  return { process: child, ready: once(child, 'message'), ended };
}

/** As if a minute had gone by without a beat of the dead worker's heart. */
export const stopHeart = ({ db, workspaceId }: Life) =>
  db.query(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1 and ended_at is null`, [workspaceId]);
