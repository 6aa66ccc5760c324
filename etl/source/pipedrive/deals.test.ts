import { expect, test } from 'vitest';
import { Deal, DealStageChange, Event } from '../../warehouse/index.js';
import type { FactTable } from '../source.js';
import { pipedrive } from './pipedrive.js';
import { pipedriveSettings } from './settings.js';

const source = pipedrive({
  settings: pipedriveSettings.parse({ companyUrl: 'https://northwind.pipedrive.com/' }),
  credentials: { kind: 'api token', token: 'x' },
  now: () => new Date('2026-06-01T00:00:00Z'),
  keepCredentials: async () => {},
});

const DEAL = {
  id: 7,
  title: 'Acme',
  status: 'won',
  pipeline_id: 1,
  stage_id: 12,
  value: 10.1,
  add_time: '2026-01-01T00:00:00Z',
  update_time: '2026-02-01T00:00:00Z',
};

type Told = { field_key: string; old_value: string | null; new_value: string | null; time: string; field?: string };
const told = (key: string, [from, to]: [string | null, string | null], day: number): Told => ({
  field_key: key,
  old_value: from,
  new_value: to,
  time: `2026-01-${String(day).padStart(2, '0')} 09:00:00`,
});

function read(more: object) {
  const stream = source.streams.find(({ name }) => name === 'pipedrive.deals');
  if (!stream) throw new Error('there is no stream of deals');
  const record = stream.read({ ...DEAL, ...more });
  const rows = (table: FactTable) => record.rows.find((one) => one.table === table)?.rows ?? [];
  return {
    record,
    rows,
    places: () => rows(DealStageChange).map(({ stage, enteredAt, won }) => [stage, (enteredAt as Date).getUTCDate(), won]),
  };
}

test('a deal begins with what its first changes say was before, and enters won when its status does', () => {
  const changes = [told('status', ['open', 'won'], 20), told('stage_id', ['11', '12'], 10), told('stage_id', ['10', '11'], 5)];
  expect(read({ changes }).places()).toEqual([
    ['10', 1, false],
    ['11', 5, false],
    ['12', 10, false],
    ['won', 20, true],
  ]);
});

test('a deal won, reopened and won again leaves won and comes back', () => {
  const changes = [told('status', ['open', 'won'], 20), told('status', ['won', 'open'], 22), told('status', ['open', 'won'], 27)];
  expect(read({ changes }).places()).toEqual([
    ['12', 1, false],
    ['won', 20, true],
    ['12', 22, false],
    ['won', 27, true],
  ]);
});

test('a change of stage while the deal is won moves nothing', () => {
  const changes = [told('status', ['open', 'won'], 20), told('stage_id', ['12', '13'], 21)];
  expect(read({ changes }).places()).toEqual([
    ['12', 1, false],
    ['won', 20, true],
  ]);
});

test('a deal imported as won has its close date only', () => {
  const { rows, places } = read({ won_time: '2026-01-20T09:00:00Z', changes: [told('stage_id', ['11', '12'], 10)] });
  expect(places()).toEqual([]);
  expect(rows(Deal)).toMatchObject([{ stage: 'won', closedAt: new Date('2026-01-20T09:00:00Z'), amount: '10.1' }]);
});

test('a field is found by the name people see, and its first filling is the moment', () => {
  const changes = [
    { ...told('a'.repeat(40), [null, 'careful with the CFO'], 8), field: 'Red flags' },
    { ...told('b'.repeat(40), [null, '11'], 9), field: 'CSM' },
    { ...told('b'.repeat(40), ['11', '12'], 15), field: 'CSM' },
  ];
  const { rows } = read({ changes, named_fields: { 'Red flags': 'careful with the CFO', CSM: 12, 'First value at': '2026-01-30' } });
  expect(rows(Event).map(({ kind, at, detail }) => [kind, (at as Date).toISOString(), detail])).toEqual([
    ['first-value', '2026-01-30T00:00:00.000Z', null],
    ['brief-section-filled', '2026-01-08T09:00:00.000Z', 'red-flags'],
    ['owner-named', '2026-01-09T09:00:00.000Z', '11'],
    ['owner-changed', '2026-01-15T09:00:00.000Z', '12'],
  ]);
  expect(rows(Deal)).toMatchObject([{ csmExternalId: '12' }]);
});

test('a deleted deal is deleted when it last changed, and every deal has its page', () => {
  expect(read({ status: 'deleted', is_deleted: true }).record).toMatchObject({
    deletedAt: new Date('2026-02-01T00:00:00Z'),
    url: 'https://northwind.pipedrive.com/deal/7',
  });
  expect(read({ changes: [] }).record.deletedAt).toBeNull();
});

test('a field that is no date is named', () => {
  expect(() => read({ named_fields: { 'First value at': 'soon' } })).toThrow('First value at: "soon" is not a date');
});
