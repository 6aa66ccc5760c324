import { spawn } from 'node:child_process';

/** A user and group of the operating system. */
export interface Account {
  uid: number;
  gid: number;
}

/** Runs one program to its end; throws with the last lines it printed when it fails. */
export function run(program: string, args: string[], as: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const lines: string[] = [];
    const keep = (chunk: Buffer) => lines.push(chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    // 'exit', not 'close': the server that pg_ctl leaves behind keeps our pipes open.
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${lines.join('').trim().split('\n').slice(-3).join(' ')}`));
    });
  });
}
