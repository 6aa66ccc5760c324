import { describe, expect, test } from 'vitest';
import { MappedStreams, streamsMapping } from '../mapping/mapped-streams.js';
import { AirbyteMessages } from './messages.js';

const mapping = streamsMapping.parse({
  currency: 'EUR',
  streams: [{ stream: 'accounts', what: 'accounts', key: ['id'], columns: { id: 'id', name: 'name' } }],
});

function told(lines: object[], state: unknown = null) {
  const messages = new AirbyteMessages(new MappedStreams(mapping), state === null ? null : { state: JSON.stringify(state) });
  const all = lines.flatMap((line) => [...messages.read(JSON.stringify(line))]);
  const states = all.flatMap((one) => (one.what === 'state' ? [JSON.parse(String(one.position.state))] : []));
  return { all, states, messages };
}

const record = (id: number, more: object = {}) => ({
  type: 'RECORD',
  record: { stream: 'accounts', data: { id }, emitted_at: 1, ...more },
});
const ofStream = (name: string, cursor: number, more: object = {}) => ({
  type: 'STATE',
  state: { type: 'STREAM', stream: { stream_descriptor: { name }, stream_state: { cursor } }, ...more },
});
const status = (word: string) => ({
  type: 'TRACE',
  trace: { type: 'STREAM_STATUS', stream_status: { stream_descriptor: { name: 'accounts' }, status: word } },
});

describe('states', () => {
  test('of streams are kept by stream, with those of the run before', () => {
    const before = [{ type: 'STREAM', stream: { stream_descriptor: { name: 'old' }, stream_state: { cursor: 1 } } }];
    const { states } = told([ofStream('a', 1), ofStream('b', 1), ofStream('a', 2)], before);
    const cursors = states
      .at(-1)
      .map((one: { stream: { stream_descriptor: { name: string }; stream_state: { cursor: number } } }) => [
        one.stream.stream_descriptor.name,
        one.stream.stream_state.cursor,
      ]);
    expect(cursors).toEqual([
      ['old', 1],
      ['a', 2],
      ['b', 1],
    ]);
  });

  test('that are global come back as one, and legacy ones as their data', () => {
    const global = { type: 'GLOBAL', global: { shared_state: { lsn: 7 }, stream_states: [] } };
    expect(told([{ type: 'STATE', state: { ...global, sourceStats: { recordCount: 0 } } }]).states).toEqual([[global]]);
    expect(told([{ type: 'STATE', state: { data: { at: 5 } } }]).states).toEqual([{ at: 5 }]);
  });

  test('say how many records came before them, by stream and for all together', () => {
    const stats = (recordCount: number) => ({ sourceStats: { recordCount } });
    expect(
      told([record(1), record(2), ofStream('accounts', 1, stats(2)), record(3), ofStream('accounts', 2, stats(1))]).states,
    ).toHaveLength(2);
    expect(() => told([record(1), ofStream('accounts', 1, stats(2))])).toThrow(
      'it sent 2 records of accounts before its state, and 1 came',
    );
    const global = { type: 'STATE', state: { type: 'GLOBAL', global: {}, ...stats(1) } };
    expect(() => told([record(1), record(2), global])).toThrow('it sent 1 records before its state, and 2 came');
  });
});

test('a record of a namespace is mapped by its bare name, and streams that are not mapped are counted', () => {
  const { all, messages } = told([
    record(1, { namespace: 'crm' }),
    record(2, { stream: 'deals' }),
    { type: 'LOG', log: {} },
    { type: 'NEWS' },
  ]);
  expect(all.map((one) => (one.what === 'record' ? one.id : one.what))).toEqual(['accounts:1']);
  expect([...messages.odd.keys()]).toEqual(['records of the stream deals, which is not mapped', 'messages of the type NEWS']);
});

test('a stream that ends incomplete fails the run, and one that is completed after all does not', () => {
  expect(() => told([status('STARTED'), status('INCOMPLETE')]).messages.end()).toThrow('did not read to the end: accounts');
  expect(() => told([status('INCOMPLETE'), status('COMPLETE')]).messages.end()).not.toThrow();
});
