import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Tally } from './report.js';

/** Ten thousand requests of two workspaces, and every step again for every statement: the test at its full length. */
export async function drillIsolation({ requests }: { requests: number }): Promise<Tally> {
  const env = { ...process.env, ISOLATION_REQUESTS: String(requests), ISOLATION_STEPS: '1000' };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', '--reporter', 'verbose', 'test/isolation.e2e.ts'];
  const test = spawn(process.execPath, args, { env, stdio: 'inherit' });
  const [code] = await once(test, 'exit');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
