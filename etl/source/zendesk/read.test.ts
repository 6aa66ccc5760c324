import { expect, test } from 'vitest';
import type { Stream } from '../source.js';
import { zendeskSettings } from './settings.js';
import { surveyResponses } from './survey-responses.js';
import { ticketEvents } from './ticket-events.js';
import { tickets } from './tickets.js';
import type { Zendesk } from './zendesk-stream.js';

const client = { get: () => Promise.reject(new Error('a record is read without asking')) };

const account = (mapping: object = {}): Zendesk => ({
  client,
  settings: zendeskSettings.parse({ baseUrl: 'https://acme.zendesk.com', mapping }),
  now: () => new Date('2026-03-01T00:00:00Z'),
});

const rowsOf = (stream: Stream, payload: unknown) => stream.read(payload).rows.flatMap(({ rows }) => rows);

const event = (...child_events: object[]) => ({ id: 7, ticket_id: 5, created_at: '2026-03-01T10:00:00Z', updater_id: 9, child_events });

const kinds = (payload: unknown, mapping: object = {}) => rowsOf(ticketEvents(account(mapping)), payload).map(({ kind }) => kind);

test.each([
  ['moved to a named group', { group_id: 2, group_name: 'Tier 2', previous_value: 1, event_type: 'Change' }, ['escalated']],
  ['moved to another group', { group_id: 3, group_name: 'Billing', previous_value: 1, event_type: 'Change' }, []],
  ['created in a named group', { group_id: 2, group_name: 'Tier 2', event_type: 'Create' }, []],
  ['given to its first group', { group_id: 2, group_name: 'Tier 2', previous_value: null, event_type: 'Change' }, []],
  ['raised to urgent', { priority: 'urgent', previous_value: 'high', event_type: 'Change' }, ['escalated']],
  ['raised to urgent, as audits write it', { field_name: 'priority', value: 'urgent', event_type: 'Change' }, ['escalated']],
])('a ticket that was %s', (_, child, expected) => {
  expect(kinds(event(child))).toEqual(expected);
});

test('a group may be named by its id', () => {
  expect(kinds(event({ group_id: 2, previous_value: 1, event_type: 'Change' }), { escalatedGroups: ['2'] })).toEqual(['escalated']);
});

test.each([
  ['a choice', { custom_ticket_fields: { 360: 'told_twice' }, event_type: 'Change' }],
  ['one of several choices', { custom_ticket_fields: { 360: ['other', 'Told_Twice'] }, event_type: 'Change' }],
  ['as audits write it', { field_name: '360', value: 'told_twice', event_type: 'Change' }],
])('a custom field reports repeated information: %s', (_, child) => {
  expect(kinds(event(child), { repeatFields: { 360: ['told_twice'] } })).toEqual(['information-repeated']);
  expect(kinds(event(child), { repeatFields: { 361: ['told_twice'] } })).toEqual([]);
});

test.each([
  ['the tag', event({ tags: ['closed_by_merge', 'escalated'], added_tags: ['closed_by_merge', 'escalated'], event_type: 'Change' })],
  ['how its comment came', event({ event_type: 'Comment', body: 'Last comment', via: { channel: 'system', source: { rel: 'merge' } } })],
  ['its channel', { ...event({ priority: 'urgent', event_type: 'Change' }), via: 'Merge' }],
])('a merge is known by %s, and says nothing', (_, payload) => {
  expect(rowsOf(ticketEvents(account()), payload)).toEqual([]);
});

test('an id beyond what a double holds is refused when it was rounded, and kept when it came as text', () => {
  const ticket = { status: 'new', created_at: '2026-03-01T10:00:00Z', updated_at: '2026-03-01T10:00:00Z' };
  expect(tickets(account()).idOf({ ...ticket, id: 2 ** 60 })).toBeNull();
  expect(tickets(account()).idOf({ ...ticket, id: '1152921504606846977' })).toBe('1152921504606846977');
});

test('a ticket that was reopened is not solved', () => {
  const solved = {
    id: 5,
    created_at: '2026-03-01T10:00:00Z',
    updated_at: '2026-03-01T10:00:00Z',
    metric_set: { solved_at: '2026-03-01T11:00:00Z' },
  };
  const solvedAt = (status: string) => rowsOf(tickets(account()), { ...solved, status })[0]?.solvedAt;
  expect([solvedAt('solved'), solvedAt('open')]).toEqual([new Date('2026-03-01T11:00:00Z'), null]);
});

const at = { created_at: '2026-03-01T10:00:00.000Z', updated_at: '2026-03-02T10:00:00.000Z' };
const rated = (rating: number, rating_category: string | null, sub_type = 'customer_satisfaction') => ({
  type: 'rating_scale',
  rating,
  rating_category,
  question: { type: 'rating_scale_numeric', sub_type },
  ...at,
});
const response = (answers: object[], more: object = {}) => ({
  id: '01KJMA0FM00000000000062001',
  responder_id: 12,
  subject_zrns: ['zen:ticket:99'],
  subjects: [{ id: '99', type: 'ticket', zrn: 'zen:ticket:99' }],
  answers,
  ...more,
});
const survey = (payload: unknown, mapping: object = {}) => rowsOf(surveyResponses(account(mapping)), payload)[0];

test.each([
  [5, 'good', true],
  [4, 'good', true],
  [3, 'neutral', false],
  [1, 'bad', false],
  [4, null, true],
  [3, null, false],
])('a rating of %i that Zendesk calls %s is satisfied: %s', (rating, category, satisfied) => {
  expect(survey(response([rated(rating, category)]))).toMatchObject({ scale: '1-5', score: String(rating), satisfied });
});

test('the answer counts from when it was first given, and the question from when it was sent', () => {
  expect(survey(response([rated(5, 'good')]))).toMatchObject({
    ticketExternalId: '99',
    answeredAt: new Date('2026-03-01T10:00:00Z'),
    askedAt: new Date('2026-03-01T09:00:00Z'),
  });
});

test('a survey that was sent and not answered is asked, and has no answer', () => {
  const skipped = { type: 'skipped', question: { type: 'open_ended' }, ...at };
  for (const answers of [[], [skipped]]) {
    expect(survey(response(answers))).toMatchObject({
      score: null,
      satisfied: null,
      answeredAt: null,
      comment: null,
      repeatedInformation: null,
    });
  }
});

test('of several scales the one on satisfaction counts', () => {
  expect(survey(response([rated(1, 'bad', 'effort'), rated(5, 'good')]))?.score).toBe('5');
});

test('a choice says whether information was repeated, where it was offered', () => {
  const options = [
    { id: 'a', label: { type: 'static', value: 'Too slow' } },
    { id: 'b', label: { type: 'static', value: 'I had to explain it again' } },
  ];
  const reason = (option_id: string) => ({
    type: 'closed_ended',
    selections: [{ type: 'predefined', option_id }],
    question: { options },
    ...at,
  });
  const mapping = { repeatAnswers: ['I had to explain it again'] };
  const said = (answers: object[], by: object = mapping) => survey(response([rated(1, 'bad'), ...answers]), by)?.repeatedInformation;
  expect([said([reason('b')]), said([reason('a')]), said([]), said([reason('b')], {})]).toEqual([true, false, null, null]);
});

test('a response names its ticket in either way, or none', () => {
  const ticketOf = (more: object) => survey(response([], more))?.ticketExternalId;
  expect(ticketOf({ subjects: null })).toBe('99');
  expect(ticketOf({ subjects: null, subject_zrns: ['zen:conversation:1', 'zrn:ticket:77'] })).toBe('77');
  expect(ticketOf({ subjects: [], subject_zrns: ['zen:conversation:1'] })).toBeNull();
});

test('a rating off the scale is rejected', () => {
  expect(() => survey(response([rated(9, 'good')]))).toThrow('9 is not on a scale of 1 to 5');
});
