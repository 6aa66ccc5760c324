import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Page, Position, Source } from '../source.js';
import { csv } from './csv.js';
import { mapping } from './mapping.js';

const now = () => new Date('2026-06-01T00:00:00Z');
const never = new AbortController().signal;
const deals = { path: 'deals.csv', what: 'deals', columns: { id: 'id', account: 'customer', wonAt: 'won', amount: 'amount' } };

async function source(
  files: Record<string, string | Buffer>,
  mapped: object[] = [deals],
  more: object = {},
): Promise<{ source: Source; at: string }> {
  const at = await mkdtemp(join(tmpdir(), 'baton-csv-'));
  onTestFinished(() => rm(at, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(at, name), content);
  const settings = { directory: at, mapping: mapping.parse({ name: 'Ours', timeZone: 'UTC', currency: 'EUR', files: mapped, ...more }) };
  return { source: csv({ settings, now }), at };
}

function stream(from: Source, name: string) {
  const found = from.streams.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no stream ${name}, only ${from.streams.map((candidate) => candidate.name).join(', ')}`);
  return found;
}

async function pages(from: Source, name: string, position: Position | null = null): Promise<Page[]> {
  const all: Page[] = [];
  for await (const page of stream(from, name).pages(position, never)) all.push(page);
  return all;
}

/** Facts of the stream's own table, and the reasons of refused rows. */
async function read(from: Source, name = 'csv.deals.csv') {
  const facts: Record<string, unknown>[] = [];
  const refused: string[] = [];
  for (const payload of (await pages(from, name)).flatMap((page) => page.records)) {
    try {
      facts.push(...(stream(from, name).read(payload).rows[0]?.rows ?? []));
    } catch (cause) {
      refused.push((cause as Error).message);
    }
  }
  return { facts, refused };
}

const one = { externalId: '1', accountExternalId: 'Müller', amount: '1200.50', closedAt: new Date('2026-01-02T00:00:00Z'), won: true };

describe('one deal is the same however its file is written', () => {
  const table: [string, string | Buffer, object][] = [
    ['with commas', 'id,customer,won,amount\n1,Müller,2026-01-02,1200.50\n', {}],
    [
      'with semicolons and decimal commas',
      'id;customer;won;amount\n1;Müller;02.01.2026;1.200,50\n',
      { decimal: ',', dateFormat: 'dd.mm.yyyy' },
    ],
    ['with tabs', 'id\tcustomer\twon\tamount\n1\tMüller\t2026-01-02\t1200.50\n', {}],
    ['with bars, though a comma stands in the header', 'id|customer|won|amount|"a, b"\n1|Müller|2026-01-02|1200.50|\n', {}],
    ['with a byte order mark', '\ufeffid,customer,won,amount\n1,Müller,2026-01-02,1200.50\n', {}],
    ['with quotes', '"id","customer","won","amount"\n"1","Müller","2026-01-02","1,200.50"\n', {}],
    ['with Windows line ends', 'id,customer,won,amount\r\n1,Müller,2026-01-02,1200.50\r\n', {}],
    ['with mixed line ends', 'id,customer,won,amount\r\n1,Müller,2026-01-02,1200.50\n', {}],
    ['without a last line end', 'id,customer,won,amount\n1,Müller,2026-01-02,1200.50', {}],
    ['with empty rows and cells', '\n id , customer,won,amount\n\n1, Müller ,2026-01-02,1200.50\n,,,\n', {}],
    ['in windows-1252', Buffer.from('id,customer,won,amount\n1,M\xfcller,2026-01-02,1200.50\n', 'latin1'), { encoding: 'windows-1252' }],
    ['in utf-16', Buffer.from('\ufeffid,customer,won,amount\n1,Müller,2026-01-02,1200.50\n', 'utf16le'), {}],
  ];
  test.each(table)('%s', async (_, content, how) => {
    const { source: ours } = await source({ 'deals.csv': content }, [{ ...deals, ...how }]);
    const { facts, refused } = await read(ours);
    expect(refused).toEqual([]);
    expect(facts).toEqual([expect.objectContaining(one)]);
  });
});

test('a quoted line end stays inside its cell, and rows are counted as a spreadsheet counts them', async () => {
  const { source: ours } = await source({
    'deals.csv': 'id,customer,won,amount\n1,"Müller\nand sons",2026-01-02,1\n2,Ms O"Hara,never,1\n',
  });
  const { facts, refused } = await read(ours);
  expect(facts).toEqual([expect.objectContaining({ accountExternalId: 'Müller\nand sons' })]);
  expect(refused).toEqual(["csv.deals.csv row 3: won 'never' is not a date written as yyyy-mm-dd"]);
});

test('a cell with a formula is the text it is', async () => {
  const { source: ours } = await source({ 'deals.csv': 'id,customer,won,amount\n1,=HYPERLINK(1),2026-01-02,1\n' });
  expect((await read(ours)).facts).toEqual([expect.objectContaining({ accountExternalId: '=HYPERLINK(1)' })]);
});

test('only the rows are read that the mapping wants', async () => {
  const content = 'id,customer,won,amount,pipeline\n1,A,2026-01-02,1,Sales\n2,B,never,1,Partners\n3,C,2026-01-02,1, Sales \n';
  const { source: ours } = await source({ 'deals.csv': content }, [{ ...deals, where: { pipeline: ['Sales'] } }]);
  const { facts, refused } = await read(ours);
  expect(facts.map((fact) => fact.externalId)).toEqual(['1', '3']);
  expect(refused).toEqual([]);
});

test('a wrong row is refused with its place and reason, and the rows around it are read', async () => {
  const rows = [
    '1,A,2026-01-02,1',
    '2,,2026-01-02,1',
    '3,C,2026-01-02,a lot',
    '4,D,2026-01-02',
    '1,E,2026-01-03,1',
    ',F,2026-01-02,1',
    '7,G\0,2026-01-02,1',
    '8,H,,',
  ];
  const { source: ours } = await source({ 'deals.csv': `id,customer,won,amount\n${rows.join('\n')}\n` }, [deals]);
  const { facts, refused } = await read(ours);
  expect(facts.map((fact) => fact.externalId)).toEqual(['1', '8']);
  expect(refused).toEqual([
    'csv.deals.csv row 3: customer is empty, and the row cannot be placed without it',
    "csv.deals.csv row 4: amount 'a lot' is not a number with a decimal point",
    'csv.deals.csv row 5: has 3 cells where the header has 4',
    "csv.deals.csv row 6: id '1' stands in row 2 already",
    'csv.deals.csv row 7: id is empty, and the row cannot be placed without it',
    'csv.deals.csv row 8: has a zero byte in a cell',
  ]);
});

describe('a file that is not CSV is refused by name with the next step', () => {
  const zip = Buffer.from('PK\u0003\u0004rest');
  const table: [string, string | Buffer, RegExp][] = [
    ['nothing', '', /^deals\.csv is empty.*Export it again/],
    ['blanks', ' \n\n', /^deals\.csv is empty/],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', /^deals\.csv is a web page.*Export it as CSV/],
    ['JSON', '[{"id":1}]', /^deals\.csv is JSON/],
    ['a workbook', zip, /^deals\.csv is an Excel workbook or a zip file/],
    ['bytes', Buffer.from([1, 2, 0, 4]), /^deals\.csv is a binary file/],
    [
      'no header',
      '1,Müller,2026-01-02,5\n2,Meier,2026-01-03,6\n',
      /columns\.id names 'id', but deals\.csv has: 1, Müller.*first row missing/,
    ],
    ['one header twice', 'id,id,won\n1,2,3\n', /^deals\.csv has two columns named 'id'/],
    ['another header', 'id,customer,won_date,amount\n', /^columns\.wonAt names 'won', but deals\.csv has: id, customer, won_date, amount/],
    ['far too many columns', `${'a,'.repeat(3000)}\n`, /^deals\.csv has 3001 columns/],
  ];
  test.each(table)('%s', async (_, content, message) => {
    const { source: ours } = await source({ 'deals.csv': content });
    await expect(ours.test(never)).rejects.toThrow(message);
    await expect(pages(ours, 'csv.deals.csv')).rejects.toThrow(message);
  });

  test('a file that is not there', async () => {
    const { source: ours } = await source({});
    await expect(ours.test(never)).rejects.toThrow(/deals\.csv does not exist/);
  });

  test('a quote that is never closed, with the row where it starts to hurt', async () => {
    const { source: ours } = await source({ 'deals.csv': 'id,customer,won,amount\n1,A,2026-01-02,1\n2,"B,2026-01-02,1\n' });
    await expect(pages(ours, 'csv.deals.csv')).rejects.toThrow(/after row 2: a quote is opened and never closed/);
  });

  test('text in another encoding than said, before a single row is given', async () => {
    const { source: ours } = await source({
      'deals.csv': Buffer.from(`id,customer,won,amount\n${'1,A,2026-01-02,1\n'.repeat(9000)}1,M\xfcller,,\n`, 'latin1'),
    });
    await expect(pages(ours, 'csv.deals.csv')).rejects.toThrow(/deals\.csv is not utf-8 text\. Add "encoding": "windows-1252"/);
  });
});

describe('a file is read once', () => {
  const lines = Array.from({ length: 2500 }, (_, index) => `${index},A,2026-01-02,1`);
  const content = (rows: string[]) => `id,customer,won,amount\n${rows.join('\n')}\n`;

  test('an unchanged one gives nothing again', async () => {
    const { source: ours } = await source({ 'deals.csv': content(lines) });
    const first = await pages(ours, 'csv.deals.csv');
    expect(first.map((page) => page.records.length)).toEqual([1000, 1000, 500]);
    expect(await pages(ours, 'csv.deals.csv', first.at(-1)?.position)).toEqual([]);
  });

  test('an interrupted reading goes on behind its last page, with the same keys', async () => {
    const twins = lines.map(() => 'A,2026-01-02');
    const events = { path: 'e.csv', what: 'events', kind: 'first-value', columns: { account: 'customer', at: 'won' } };
    const { source: ours } = await source({ 'e.csv': `customer,won\n${twins.join('\n')}\n` }, [events]);
    const whole = await pages(ours, 'csv.e.csv');
    const rest = await pages(ours, 'csv.e.csv', whole[0]?.position);
    expect([whole[0], ...rest]).toEqual(whole);
    expect(new Set(whole.flatMap((page) => page.records.map((record) => stream(ours, 'csv.e.csv').idOf(record)))).size).toBe(2500);
  });

  test('a changed one is read whole', async () => {
    const { source: ours, at } = await source({ 'deals.csv': content(lines) });
    const first = await pages(ours, 'csv.deals.csv');
    await writeFile(join(at, 'deals.csv'), content([...lines, '2500,B,2026-01-03,1']));
    expect((await pages(ours, 'csv.deals.csv', first.at(-1)?.position)).flatMap((page) => page.records)).toHaveLength(2501);
  });

  test('a row stays the same record when a row above it goes', async () => {
    const { source: ours, at } = await source({ 'deals.csv': content(['1,A,2026-01-02,1', '2,B,2026-01-02,1']) });
    const [before] = await pages(ours, 'csv.deals.csv');
    await writeFile(join(at, 'deals.csv'), content(['2,B,2026-01-02,1']));
    const [after] = await pages(ours, 'csv.deals.csv');
    expect(after?.records).toEqual(before?.records.slice(1));
  });

  test('one that is written to meanwhile is not taken for whole', async () => {
    const { source: ours, at } = await source({ 'deals.csv': content(lines) });
    const reading = stream(ours, 'csv.deals.csv').pages(null, never)[Symbol.asyncIterator]();
    const first = await reading.next();
    await utimes(join(at, 'deals.csv'), now(), now());
    expect(first.value.position.end).toBe(0);
    await reading.next();
    await expect(reading.next()).rejects.toThrow(/deals\.csv was written to while it was read/);
  });

  test('another mapping reads it again', async () => {
    const { source: ours, at } = await source({ 'deals.csv': content(lines.slice(0, 1)) });
    const [before] = await pages(ours, 'csv.deals.csv');
    const settings = { directory: at, mapping: mapping.parse({ name: 'Ours', timeZone: 'Asia/Tokyo', currency: 'EUR', files: [deals] }) };
    expect(await pages(csv({ settings, now }), 'csv.deals.csv', before?.position)).toHaveLength(1);
  });
});

describe('customers and colleagues whom only deals name', () => {
  const content = 'id,customer,title,rep,won,amount\n1,a1,Acme,Ada,2026-01-02,1\n2,a1,,Ben,2026-01-02,1\n3,a2,Bolt,Ada,2026-01-02,1\n';
  const mapped = { ...deals, columns: { ...deals.columns, accountName: 'title', owner: 'rep' } };

  test('become accounts and people, once each', async () => {
    const { source: ours } = await source({ 'deals.csv': content }, [mapped]);
    const accounts = (await read(ours, 'csv.accounts-named')).facts;
    const people = (await read(ours, 'csv.people-named')).facts;
    expect(accounts.map(({ externalId, name }) => [externalId, name])).toEqual([
      ['a1', 'Acme'],
      ['a2', 'Bolt'],
    ]);
    expect(people.map(({ externalId, name }) => [externalId, name])).toEqual([
      ['Ada', 'Ada'],
      ['Ben', 'Ben'],
    ]);
  });

  test('are left to the file that describes them', async () => {
    const accounts = { path: 'accounts.csv', what: 'accounts', columns: { id: 'id', name: 'name' } };
    const { source: ours } = await source({ 'deals.csv': content, 'accounts.csv': 'id,name\na1,Acme Ltd\n' }, [mapped, accounts]);
    expect((await read(ours, 'csv.accounts-named')).facts.map(({ externalId }) => externalId)).toEqual(['a2']);
  });
});

describe('how long a file can be believed', () => {
  test('to the moment of its export, where the mapping says it', async () => {
    const { source: ours } = await source({ 'deals.csv': 'id\n' }, [deals], { exportedAt: '2026-03-01T00:00:00Z' });
    expect(await stream(ours, 'csv.deals.csv').knownUntil?.()).toEqual(new Date('2026-03-01T00:00:00Z'));
  });

  test('to the moment it was written, where nothing is said', async () => {
    const { source: ours, at } = await source({ 'deals.csv': 'id\n' });
    const written = new Date('2026-02-01T00:00:00Z');
    await utimes(join(at, 'deals.csv'), written, written);
    expect(await stream(ours, 'csv.deals.csv').knownUntil?.()).toEqual(written);
  });

  test('never beyond now', async () => {
    const { source: ours } = await source({ 'deals.csv': 'id\n' }, [deals], { exportedAt: '2099-03-01T00:00:00Z' });
    expect(await stream(ours, 'csv.deals.csv').knownUntil?.()).toEqual(now());
  });
});
