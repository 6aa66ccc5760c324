import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzz, tallyLine } from './fuzz/fuzz.js';
import type { ApiDocument } from './fuzz/route.js';
import { sampleServer } from './sample.js';

/** `npm run drill -- fuzz` sets them. */
const cases = Number(process.env.BATON_FUZZ_CASES ?? 25);
const seed = Number(process.env.BATON_FUZZ_SEED ?? 1);

let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-fuzz-'));
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

it('no route fails, or answers other than its document says, whatever it is sent', { timeout: 30_000 + cases * 60_000 }, async () => {
  const document: ApiDocument = JSON.parse(await readFile('server/openapi.json', 'utf8'));
  const tally = await fuzz(document, {
    cases,
    seed,
    open: () => sampleServer({ dataDirectory }),
    only: process.env.BATON_FUZZ_ONLY,
    told: cases > 100 ? console.log : undefined,
  });
  console.log(
    `${tallyLine(tally, cases)} (seed ${seed}; ${[...tally.statuses]
      .sort()
      .map(([status, n]) => `${status}: ${n}`)
      .join(', ')})`,
  );
  for (const [route, said] of tally.unavailable) console.log(`503 at ${route}: ${said.slice(0, 300)}`);
  const told = tally.findings.map(
    ({ fault, asked, said }) => `${fault}: ${asked.method} ${asked.url} ${asked.body?.slice(0, 300) ?? ''}\n  ${said}`,
  );
  expect([...new Set(told)].slice(0, 60)).toEqual([]);
});
