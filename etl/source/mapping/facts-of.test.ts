import { describe, expect, test } from 'vitest';
import { factsOf } from './facts-of.js';
import { mappedTable } from './mapped-table.js';
import { Row } from './row.js';

const at = (day: string) => new Date(`2026-01-${day}T00:00:00Z`);

function facts(mapped: object, cells: Record<string, string>) {
  const table = mappedTable.parse(mapped);
  const rows = factsOf(new Row(cells, { table, timeZone: 'UTC', currency: 'EUR' }), table, 'f.csv:k');
  return Object.fromEntries(rows.map(({ table, rows: ofTable }) => [table.name, ofTable]));
}

describe('a row becomes', () => {
  const table: [string, object, Record<string, string>, object][] = [
    [
      'an account with what happened to it',
      {
        what: 'accounts',
        columns: { id: 'i', name: 'n', domain: 'd' },
        dimensions: { region: 'r' },
        moments: { churned: 'c', 'notice-given': 'g' },
      },
      { i: 'A1', n: 'Acme', d: 'https://www.Acme.example/about', r: 'North', c: '2026-01-09', g: '' },
      {
        AccountLink: [expect.objectContaining({ externalId: 'A1', name: 'Acme', domain: 'acme.example', dimensions: { region: 'North' } })],
        Event: [{ externalId: 'account:A1:churned', kind: 'churned', at: at('09'), accountExternalId: 'A1', dealExternalId: null }],
      },
    ],
    [
      'a deal that is lost though it has a date',
      { what: 'deals', columns: { id: 'i', account: 'a', wonAt: 'w', won: { column: 's', values: ['Won'] } } },
      { i: '1', a: 'A1', w: '2026-01-09', s: 'Lost' },
      { Deal: [expect.objectContaining({ won: false, closedAt: at('09'), amount: null, currency: 'EUR', kind: null })], Event: [] },
    ],
    [
      'a deal whose winning another file tells',
      { what: 'deals', columns: { id: 'i', account: 'a' } },
      { i: '1', a: 'A1' },
      { Deal: [expect.objectContaining({ won: null, closedAt: null })], Event: [] },
    ],
    [
      'a renewal',
      { what: 'deals', columns: { id: 'i', account: 'a', wonAt: 'w', kind: { column: 't', values: { R: 'renewal' } } } },
      { i: '1', a: 'A1', w: '2026-01-09', t: 'R' },
      { Deal: [expect.objectContaining({ kind: 'renewal', won: true })], Event: [] },
    ],
    [
      'an entry into a stage',
      { what: 'stages', columns: { deal: 'd', stage: 's', enteredAt: 'e', won: { column: 's', values: ['Won'] } } },
      { d: '1', s: 'Won', e: '2026-01-09' },
      { DealStageChange: [{ externalId: 'f.csv:k', dealExternalId: '1', stage: 'Won', enteredAt: at('09'), won: true }] },
    ],
    [
      'no event, where the mapping does not translate what happened',
      { what: 'events', kind: { column: 'k', values: { go: 'first-value' } }, columns: { account: 'a', at: 't' } },
      { k: 'toString', a: 'A1', t: 'whenever' },
      {},
    ],
    [
      'a report of repeated information',
      { what: 'events', kind: 'information-repeated', columns: { deal: 'd', at: 't' } },
      { d: '1', t: '2026-01-09' },
      {
        Event: [
          expect.objectContaining({ kind: 'information-repeated', detail: 'reported', dealExternalId: '1', accountExternalId: null }),
        ],
      },
    ],
    [
      'a task',
      { what: 'tasks', kind: { column: 'k', values: { Kickoff: 'kickoff-held' } }, columns: { deal: 'd', required: 'r', doneAt: 'x' } },
      { d: '1', k: 'Kickoff', r: 'yes', x: '2026-01-09' },
      { Task: [expect.objectContaining({ kind: 'kickoff-held', required: true, doneAt: at('09'), dueAt: null })] },
    ],
    [
      'an escalated ticket',
      { what: 'tickets', columns: { id: 'i', account: 'a', openedAt: 'o', escalated: { column: 'p', values: ['urgent'] } } },
      { i: '7', a: 'A1', o: '2026-01-09', p: 'urgent' },
      { Ticket: [expect.objectContaining({ externalId: '7', escalatedAt: at('09'), solvedAt: null })] },
    ],
    [
      'a message',
      { what: 'messages', columns: { ticket: 't', fromCustomer: { column: 'w', values: ['customer'] }, sentAt: 's', body: 'b' } },
      { t: '7', w: 'agent', s: '2026-01-09', b: 'Hello' },
      { Message: [expect.objectContaining({ ticketExternalId: '7', fromCustomer: false, visible: true, body: 'Hello' })] },
    ],
    [
      'a subscription that ended',
      { what: 'subscriptions', decimal: ',', columns: { account: 'a', endedAt: 'e', arr: 'v' } },
      { a: 'A1', e: '2026-01-09', v: '1.200,00' },
      { Subscription: [expect.objectContaining({ accountExternalId: 'A1', endedAt: at('09'), arr: '1200.00', noticeAt: null })] },
    ],
    [
      'a colleague',
      { what: 'people', columns: { id: 'i', email: 'e' } },
      { i: 'U1', e: 'Ada@Ours.Example' },
      { Person: [expect.objectContaining({ externalId: 'U1', email: 'ada@ours.example', internal: true, active: true })] },
    ],
  ];
  test.each(table)('%s', (_, mapped, cells, expected) => {
    expect(facts(mapped, cells)).toEqual(expected);
  });
});

describe('an answer is satisfied by the rule of its scale', () => {
  const table: [string, string, string, boolean | null][] = [
    ['csat', '1-5', '4', true],
    ['csat', '1-5', '3', false],
    ['csat', '1-10', '9', true],
    ['csat', '1-10', '8', false],
    ['csat', 'good-bad', 'Good', true],
    ['csat', 'good-bad', 'bad', false],
    ['csat', '1-5', '', null],
    ['nps', '0-10', '10', null],
  ];
  test.each(table)('%s %s %s', (kind, scale, score, satisfied) => {
    const mapped = { what: 'surveys', kind, scale, columns: { deal: 'd', score: 's', answeredAt: 't' } };
    expect(facts(mapped, { d: '1', s: score, t: '2026-01-09' }).SurveyResponse).toEqual([expect.objectContaining({ satisfied })]);
  });
});

describe('a row that says too little or the impossible is refused', () => {
  const survey = { what: 'surveys', kind: 'csat', scale: '1-5', columns: { deal: 'd', score: 's', answeredAt: 't' } };
  const table: [string, object, Record<string, string>, RegExp][] = [
    [
      'an event of nobody',
      { what: 'events', kind: 'churned', columns: { account: 'a', at: 't' } },
      { a: '', t: '2026-01-09' },
      /nobody knows whose event/,
    ],
    ['an event at no time', { what: 'events', kind: 'churned', columns: { account: 'a', at: 't' } }, { a: 'A1', t: '' }, /t is empty/],
    ['an answer beyond its scale', survey, { d: '1', s: '7', t: '2026-01-09' }, /s '7' is not on the scale 1-5/],
    ['an answer without its time', survey, { d: '1', s: '4', t: '' }, /t is empty, but there is an answer/],
    [
      'a yes that is none',
      { what: 'people', columns: { id: 'i', active: 'a' } },
      { i: 'U1', a: 'perhaps' },
      /a 'perhaps' is neither yes nor no/,
    ],
  ];
  test.each(table)('%s', (_, mapped, cells, message) => {
    expect(() => facts(mapped, cells)).toThrow(message);
  });
});

test('values that mean "not said" are absent', () => {
  const mapped = {
    what: 'deals',
    absent: { v: ['0.0'] },
    columns: { id: 'i', account: 'a', wonAt: 'w', amount: 'v' },
    dimensions: { plan: 'p' },
  };
  const { Deal } = facts(mapped, { i: '1', a: 'A1', w: '2026-01-09', v: ' 0.0 ', p: ' ' });
  expect(Deal).toEqual([expect.objectContaining({ amount: null, dimensions: {} })]);
});
