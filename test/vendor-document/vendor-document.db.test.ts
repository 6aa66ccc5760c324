import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXERCISES } from '../../etl/sandbox/exercises.js';
import { recordsOf } from '../../etl/sandbox/stand-in/vendor-fault/page-faults.js';
import { DOCUMENTS } from './documents.js';
import { deviationsOf } from './hold.js';
import { operationsOf } from './openapi.js';
import { recordedSync } from './recorded-sync.js';
import type { Deviation } from './vendor-document.js';

/** The vendors' own documents are not ours to ship: name their folder to hold connectors and stand-ins against them. */
const folder = process.env.BATON_VENDOR_SPECS ?? '';

const documented = EXERCISES.flatMap((exercise) => {
  const document = DOCUMENTS.find(({ kind }) => kind === exercise.kind);
  return document ? [{ kind: exercise.kind, exercise, document }] : [];
});

/** The place of a deviation, alike for all records of a list. */
const placeOf = ({ what, method, path, at, message, status }: Deviation) =>
  `${method} ${path.replace(/\d{3,}/g, '*')} (${status}) ${what} ${at.replace(/\/\d+(?=\/|$)/g, '/*')}: ${message}`;

const exampleOf = ({ error }: Deviation) =>
  error ? ` ${JSON.stringify(error.params)} got ${JSON.stringify(error.data)?.slice(0, 80)}` : '';

describe.skipIf(!existsSync(folder))("every request and every answer is as the vendor's document has it, or known to differ", () => {
  test.each(documented)('$kind', async ({ kind, exercise, document }) => {
    const operations = document.files.flatMap((file) => operationsOf(folder, file));
    const { seen, outcomes } = await recordedSync(exercise);
    expect(outcomes.filter((outcome) => outcome !== 'succeeded')).toEqual([]);
    const explained = new Map<string, number>();
    const unexplained = new Map<string, string>();
    for (const exchange of seen) {
      const path = document.documentedPath?.(exchange.request.path) ?? exchange.request.path;
      for (const deviation of deviationsOf(exchange, path, operations)) {
        const reason = document.known.find(({ matches }) => matches(deviation))?.reason;
        if (reason === undefined) unexplained.set(placeOf(deviation), exampleOf(deviation));
        else explained.set(reason, (explained.get(reason) ?? 0) + 1);
      }
    }
    const records = seen.reduce((sum, { answer }) => sum + (recordsOf(answer.body)?.length ?? 0), 0);
    console.log(
      JSON.stringify({ kind, requests: seen.length, records, explained: Object.fromEntries(explained), unexplained: unexplained.size }),
    );
    expect([...unexplained].slice(0, 20).map((one) => one.join(''))).toEqual([]);
    expect(records).toBeGreaterThan(0);
  });
});
