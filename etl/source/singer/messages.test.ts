import { describe, expect, test } from 'vitest';
import { MappedStreams, streamsMapping } from '../mapping/mapped-streams.js';
import { type Told, toldPages } from '../told-page.js';
import { SingerMessages } from './messages.js';

const mapping = streamsMapping.parse({
  currency: 'EUR',
  streams: [{ stream: 'accounts', what: 'accounts', columns: { id: 'id', name: 'name' } }],
});

function told(lines: (object | string)[], position: Record<string, string> | null = null) {
  const messages = new SingerMessages(new MappedStreams(mapping), position);
  const all = lines.flatMap((line) => [...messages.read(typeof line === 'string' ? line : JSON.stringify(line))]);
  return { all, messages };
}

const schema = { type: 'SCHEMA', stream: 'accounts', schema: {}, key_properties: ['id'] };
const record = (id: unknown, more: object = {}) => ({ type: 'RECORD', stream: 'accounts', record: { id, ...more } });
const ids = (all: Told[]) => all.flatMap((one) => (one.what === 'record' ? [one.id] : []));

describe('messages', () => {
  test('of a known type count whatever the case of its name', () => {
    const { all } = told([
      { ...schema, type: 'schema' },
      { ...record(1), type: 'Record' },
      { type: 'State', value: { a: 1 } },
    ]);
    expect(all.map(({ what }) => what)).toEqual(['record', 'state']);
  });

  test('that are no JSON, of unknown types or of other streams are counted and left out', () => {
    const lines = [
      'INFO reading',
      '{"type":',
      '[1]',
      { type: 'BATCH' },
      { type: 'RECORD', stream: 'deals', record: {} },
      { type: 'RECORD', record: 1 },
    ];
    const { all, messages } = told([schema, ...lines, record(1)]);
    expect(ids(all)).toEqual(['accounts:1']);
    expect(Object.fromEntries(messages.odd)).toEqual({
      'lines that are no JSON object': 3,
      'messages of the type BATCH': 1,
      'records of the stream deals, which is not mapped': 1,
      'RECORD messages that are not as specified': 1,
    });
  });

  test('a SCHEMA that comes again changes the key of the records after it', () => {
    const both = record(1, { code: 'x' });
    expect(ids(told([schema, both, { ...schema, key_properties: ['code', 'id'] }, both]).all)).toEqual(['accounts:1', 'accounts:x/1']);
  });

  test('a long id is not rounded', () => {
    expect(ids(told([schema, '{"type":"RECORD","stream":"accounts","record":{"id":9007199254740993123}}']).all)).toEqual([
      'accounts:9007199254740993123',
    ]);
  });

  test('the greatest time of extraction is known', () => {
    const at = (time: string) => ({ ...record(1), time_extracted: time });
    const { messages } = told([schema, at('2026-01-02T00:00:00Z'), at('2026-01-03T00:00:00Z'), at('never'), at('2026-01-01T00:00:00Z')]);
    expect(messages.extractedAt).toEqual(new Date('2026-01-03T00:00:00Z'));
  });
});

describe('a page', () => {
  async function pages(lines: object[], pageRows: number) {
    const all = [];
    for await (const page of toldPages(arrived(told([schema, ...lines]).all), pageRows)) all.push(page);
    return all.map(({ records, gone, position, only }) => [
      records.map((one) => (one as { key: string }).key).join(''),
      (gone ?? []).map(({ externalId }) => externalId).join(''),
      position === null ? null : String(position.state),
      ...(only ? [only.prefix] : []),
    ]);
  }
  async function* arrived(all: Told[]) {
    yield* all;
  }
  const state = (value: number) => ({ type: 'STATE', value });
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => record(id));

  test('ends with the last record before the state that is its position', async () => {
    expect(await pages([a, b, state(1), c, d] as object[], 10)).toEqual([
      ['ab', '', '1'],
      ['cd', '', null],
    ]);
    expect(await pages([a, state(1), b, state(2), c] as object[], 3)).toEqual([
      ['ab', '', '2'],
      ['c', '', null],
    ]);
  });

  test('without a state keeps the cursor where it is, and a state without records still moves it', async () => {
    expect(await pages([a, b, c, d, state(4)] as object[], 2)).toEqual([
      ['ab', '', null],
      ['cd', '', null],
      ['', '', '4'],
    ]);
  });

  test('holds what was last said of a record', async () => {
    expect(await pages([a, b, { ...record('a', { name: 'new' }) }, state(1)] as object[], 10)).toEqual([['ab', '', '1']]);
  });

  test('with which a version is whole says so after the records before it', async () => {
    const versioned = { ...record('a'), version: 7 };
    expect(
      await pages(
        [versioned, state(1), { ...record('b'), version: 7 }, { type: 'ACTIVATE_VERSION', stream: 'accounts', version: 7 }, c] as object[],
        10,
      ),
    ).toEqual([
      ['a', '', '1'],
      ['b', '', null, 'accounts:'],
      ['c', '', null],
    ]);
  });
});
