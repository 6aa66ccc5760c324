import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { rowsOf } from './csv-rows.js';
import { tableOf } from './csv-table.js';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('whatever stands in quoted cells is read back, by every delimiter and line end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-rows-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'a.csv');
  const cell = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[",;|\t\r\n =ä]{0,6}$/))
    .filter((text) => !text.includes('\0'));
  const written = fc.record({
    cells: fc.array(fc.tuple(fc.constant('x'), cell, cell), { maxLength: 5 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
  });
  await fc.assert(
    fc.asyncProperty(written, async ({ cells, delimiter, end, mark }) => {
      const lines = [['a', 'b', 'c'], ...cells].map((row) => row.map(quoted).join(delimiter));
      await writeFile(path, mark + lines.join(end) + end);
      const read: string[][] = [];
      const table = await tableOf({ name: 'a.csv', path, encoding: null }, delimiter);
      for await (const row of rowsOf(table, new AbortController().signal)) read.push(Object.values(row.cells));
      expect(read).toEqual(cells);
    }),
    { numRuns: 60 },
  );
});
