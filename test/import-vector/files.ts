import { gzipSync } from 'node:zlib';

/** What becomes of a file: refused as a whole with these words, or imported as these accounts, with these reasons for rows that are not. */
export type Fate = { refused: 400 | 413 | 415 | 422; says: string | RegExp } | { accounts: string[]; rejects?: (string | RegExp)[] };

export interface ImportVector {
  what: string;
  bytes: string | Buffer;
  fate: Fate;
  /** Headers besides the usual ones. */
  headers?: Record<string, string>;
}

export const HEADER = 'deal_id,company,won_at,amount,owner';
const ROWS = ['1,Acme,2026-01-05 10:00,12000,Ann', '2,Bolt,2026-01-06 11:00,9000,Bo', '3,Core,2026-01-07 12:00,7000,Ann'];
export const GOOD = [HEADER, ...ROWS, ''].join('\n');

const BOTH = ['Acme', 'Bolt', 'Core'];
const refused = (says: string | RegExp, status: 400 | 413 | 415 | 422 = 422): Fate => ({ refused: status, says });
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const beside = (row: string) => file(...ROWS, row);
const utf16 = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');
const wide = (columns: number, rest: string) => Array.from({ length: columns }, (_, n) => `c${n}`).join(',') + rest;

/** Of the local file header of a zip archive: what .xlsx begins with. */
const ZIP = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(200, 7)]);
/** Of a compound document: what .xls begins with. */
const OLD_EXCEL = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500, 0)]);

const FORMULAS = ['=1+1', '+1', '-2+3', '@SUM(A1)', "=cmd|' /C calc'!A0", '=HYPERLINK("https://evil.example")'];
const formulaRow = (formula: string, n: number) => `${n + 10},"${formula.replaceAll('"', '""')}",2026-01-05 10:00,1,Ann`;

const shapes: ImportVector[] = [
  { what: 'nothing', bytes: '', fate: refused('deals.csv is empty') },
  { what: 'white space', bytes: ' \n\t\r\n  \n', fate: refused('deals.csv is empty') },
  { what: 'commas alone', bytes: ',,,,\n,,,,\n', fate: refused("names 'deal_id', but deals.csv has") },
  { what: 'a header without rows', bytes: `${HEADER}\n`, fate: { accounts: [] } },
  { what: 'a header without a line end', bytes: HEADER, fate: { accounts: [] } },
  { what: 'rows without a header', bytes: ROWS.join('\n'), fate: refused('Is its first row missing?') },
  { what: 'no line end after the last row', bytes: GOOD.trimEnd(), fate: { accounts: BOTH } },
  { what: 'empty rows in between', bytes: GOOD.replaceAll('\n', '\n\n\n'), fate: { accounts: BOTH } },
  {
    what: 'a row with a cell too few',
    bytes: beside('4,Dent,2026-01-08 10:00'),
    fate: { accounts: BOTH, rejects: ['row 5: has 3 cells where the header has 5'] },
  },
  {
    what: 'a row with a cell too many',
    bytes: beside('4,Dent,2026-01-08 10:00,1,Ann,more'),
    fate: { accounts: BOTH, rejects: ['row 5: has 6 cells'] },
  },
  {
    what: 'the same key twice',
    bytes: beside('3,Dent,2026-01-08 10:00,1,Ann'),
    fate: { accounts: BOTH, rejects: ["'3' stands in row 4 already"] },
  },
  {
    what: 'a day that is none',
    bytes: beside('4,Dent,2026-02-30 10:00,1,Ann'),
    fate: { accounts: BOTH, rejects: [/row 5: .*2026-02-30/] },
  },
  {
    what: 'an amount that is none',
    bytes: beside('4,Dent,2026-01-08 10:00,1e400,Ann'),
    fate: { accounts: BOTH, rejects: [/row 5: .*1e400/] },
  },
];

const widths: ImportVector[] = [
  { what: 'a million columns', bytes: wide(1_000_000, '\n1,2\n'), fate: refused(/first row .*64 kB/) },
  { what: '2,001 columns', bytes: wide(2_001, '\n1,2\n'), fate: refused('has 2001 columns; at most 2000 are read') },
  {
    what: 'a million columns in a row',
    bytes: beside(`4,Dent${','.repeat(1_200_000)}`),
    fate: refused('deals.csv: line 5 is longer than a million characters'),
  },
  {
    what: '100,000 empty cells too many',
    bytes: beside(`4,Dent,2026-01-08 10:00,1,Ann${','.repeat(100_000)}`),
    fate: { accounts: [...BOTH, 'Dent'] },
  },
  {
    what: 'a first row of 70 kB',
    bytes: `${HEADER},${'x'.repeat(70_000)}\n${ROWS.map((row) => `${row},1\n`).join('')}`,
    fate: refused(/first row .*64 kB/),
  },
  {
    what: 'a cell of a million characters',
    bytes: beside(`4,"${'x'.repeat(1_000_000)}",2026-01-08 10:00,1,Ann`),
    fate: refused('after row 4: a row is longer than a million characters'),
  },
  { what: 'a cell of a million characters in the header', bytes: `"${'x'.repeat(1_000_000)}",${GOOD}`, fate: refused(/first row .*64 kB/) },
  {
    what: 'a name of 100,000 characters',
    bytes: beside(`4,${'x'.repeat(100_000)},2026-01-08 10:00,1,Ann`),
    fate: { accounts: [...BOTH, 'x'.repeat(100_000)] },
  },
];

const quotes: ImportVector[] = [
  {
    what: 'a quote that is never closed',
    bytes: beside('4,"Dent,2026-01-08 10:00,1,Ann'),
    fate: refused('a quote is opened and never closed'),
  },
  { what: 'a quote in the header that is never closed', bytes: `"${GOOD}`, fate: refused(/quote|first row/) },
  {
    what: 'a quote that is never closed after 3,000 rows',
    bytes: file(...Array.from({ length: 3_000 }, (_, n) => `${n},Co,2026-01-05 10:00,1,Ann`), '9,"Dent'),
    fate: refused('after row 3001: a quote is opened and never closed'),
  },
  { what: 'quotes inside words', bytes: beside('4,Dent "D" Ltd,2026-01-08 10:00,1,Ann'), fate: { accounts: [...BOTH, 'Dent "D" Ltd'] } },
  {
    what: 'a line end and a delimiter in quotes',
    bytes: beside('4,"Dent, Arthur\nDent",2026-01-08 10:00,1,Ann'),
    fate: { accounts: [...BOTH, 'Dent, Arthur\nDent'] },
  },
  { what: 'bare carriage returns', bytes: GOOD.replaceAll('\n', '\r'), fate: { accounts: BOTH } },
  { what: 'both line ends', bytes: GOOD.replaceAll('\n', '\r\n'), fate: { accounts: BOTH } },
  { what: 'semicolons', bytes: GOOD.replaceAll(',', ';'), fate: { accounts: BOTH } },
  { what: 'tabs', bytes: GOOD.replaceAll(',', '\t'), fate: { accounts: BOTH } },
];

const encodings: ImportVector[] = [
  { what: 'UTF-8 with its mark', bytes: `\ufeff${GOOD}`, fate: { accounts: BOTH } },
  { what: 'UTF-16 with its mark', bytes: utf16(GOOD, '\ufeff'), fate: { accounts: BOTH } },
  { what: 'UTF-16 of the other order, with its mark', bytes: utf16(GOOD, '\ufeff').swap16(), fate: { accounts: BOTH } },
  { what: 'UTF-16 without a mark', bytes: utf16(GOOD, ''), fate: refused('is a binary file, not CSV') },
  { what: 'UTF-16 cut in half a character', bytes: utf16(GOOD, '\ufeff').subarray(0, -1), fate: refused('is not utf-16le text') },
  { what: 'Latin-1', bytes: Buffer.from(beside('4,Größe,2026-01-08 10:00,1,Ann'), 'latin1'), fate: refused('is not utf-8 text') },
  {
    what: 'a surrogate as UTF-8',
    bytes: Buffer.concat([
      Buffer.from(GOOD),
      Buffer.from('342c', 'hex'),
      Buffer.from('eda080', 'hex'),
      Buffer.from(',2026-01-08 10:00,1,Ann\n'),
    ]),
    fate: refused('is not utf-8 text'),
  },
  {
    what: 'a zero byte in a cell',
    bytes: beside('4,De\0nt,2026-01-08 10:00,1,Ann'),
    fate: { accounts: BOTH, rejects: ['row 5: has a zero byte in a cell'] },
  },
  { what: 'a zero byte in the header', bytes: GOOD.replace('owner', 'ow\0ner'), fate: refused('is a binary file, not CSV') },
  {
    what: 'names of other scripts',
    bytes: beside('4,مرحبا 👋 株式会社,2026-01-08 10:00,1,Ann'),
    fate: { accounts: [...BOTH, 'مرحبا 👋 株式会社'] },
  },
  {
    what: 'control characters in a cell',
    bytes: beside('4,De\u001b[31mnt\u0007,2026-01-08 10:00,1,Ann'),
    fate: { accounts: [...BOTH, 'De\u001b[31mnt\u0007'] },
  },
];

const headers: ImportVector[] = [
  { what: 'the same header twice', bytes: GOOD.replace('owner', 'company'), fate: refused("two columns named 'company'") },
  {
    what: '__proto__ as a header',
    bytes: GOOD.replace('owner', 'owner,__proto__').replace(/(Ann|Bo)$/gm, '$1,polluted'),
    fate: { accounts: BOTH },
  },
  { what: '__proto__ twice', bytes: GOOD.replace('owner', 'owner,__proto__,__proto__'), fate: refused("two columns named '__proto__'") },
  {
    what: 'constructor, prototype and toString as headers',
    bytes: GOOD.replace('owner', 'owner,constructor,prototype,toString').replace(/(Ann|Bo)$/gm, '$1,a,b,c'),
    fate: { accounts: BOTH },
  },
  {
    what: 'a header of SQL and of markup',
    bytes: GOOD.replace('owner', `owner,"'; drop table deal; --",<script>alert(1)</script>`).replace(/(Ann|Bo)$/gm, '$1,a,b'),
    fate: { accounts: BOTH },
  },
  {
    what: 'cells of SQL and of markup',
    bytes: beside(`4,"'); drop table deal; -- <img src=x onerror=alert(1)>",2026-01-08 10:00,1,Ann`),
    fate: { accounts: [...BOTH, "'); drop table deal; -- <img src=x onerror=alert(1)>"] },
  },
  { what: 'cells of formulas', bytes: file(...FORMULAS.map(formulaRow)), fate: { accounts: FORMULAS } },
];

const others: ImportVector[] = [
  { what: 'a zip archive or a workbook', bytes: ZIP, fate: refused('is an Excel workbook or a zip file, not CSV') },
  { what: 'an old workbook', bytes: OLD_EXCEL, fate: refused('is a binary file, not CSV') },
  { what: 'a packed file', bytes: gzipSync(GOOD), fate: refused('is a binary file, not CSV') },
  { what: 'a packed file of 20 MB of nothing', bytes: gzipSync(Buffer.alloc(20_000_000)), fate: refused('is a binary file, not CSV') },
  { what: 'a PDF', bytes: '%PDF-1.7\n1 0 obj\n', fate: refused('is a PDF file, not CSV') },
  { what: 'a web page', bytes: '<!doctype html><html></html>', fate: refused('is a web page (HTML or XML), not CSV') },
  {
    what: 'XML with entities',
    bytes: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    fate: refused('is a web page (HTML or XML), not CSV'),
  },
  { what: 'JSON', bytes: '[{"deal_id":1}]', fate: refused('is JSON, not CSV') },
  { what: 'a picture', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), fate: refused('is a binary file, not CSV') },
  {
    what: 'a program',
    bytes: Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(100)]),
    fate: refused('is a binary file, not CSV'),
  },
  {
    what: 'a body that says it is packed',
    bytes: gzipSync(GOOD),
    headers: { 'content-encoding': 'gzip' },
    fate: refused('send it as it is', 415),
  },
  {
    what: 'a body of another type',
    bytes: '{}',
    headers: { 'content-type': 'application/json' },
    fate: refused('The body must be a file of text', 415),
  },
  {
    what: 'a file larger than there is room',
    bytes: beside(`4,${'x'.repeat(900)},2026-01-08 10:00,1,Ann\n`.repeat(12_000)),
    fate: refused('deals.csv is larger than 10 MB', 413),
  },
  {
    what: 'more rows than are read',
    bytes: file(...Array.from({ length: 60_000 }, (_, n) => `${n}`)),
    fate: refused('deals.csv has more than 50000 lines', 413),
  },
  {
    what: 'more rows than are read, by bare carriage returns',
    bytes: '1\r'.repeat(60_000),
    fate: refused('deals.csv has more than 50000 lines', 413),
  },
];

/** Files that go wrong, or nearly so, in every way we know. All are called deals.csv. */
export const VECTORS: ImportVector[] = [...shapes, ...widths, ...quotes, ...encodings, ...headers, ...others];
