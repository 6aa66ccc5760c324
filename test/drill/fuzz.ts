import { spawn } from 'node:child_process';
import type { Tally } from './report.js';

/** Runs the test of all routes with more requests to each; the seed makes them the same ones again. Its database and sample are those of the tests. */
export async function drillFuzz({ cases, seed, route }: { cases: number; seed: number; route: string }): Promise<Tally> {
  const env = { ...process.env, BATON_FUZZ_CASES: String(cases), BATON_FUZZ_SEED: String(seed), BATON_FUZZ_ONLY: route };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'test/fuzz.e2e.ts'];
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}
