import { describe, expect, test } from 'vitest';
import { Event, Message, SurveyResponse, Ticket } from '../../warehouse/index.js';
import { realClock } from '../clock.js';
import type { FactTable, Stream } from '../source.js';
import { admins } from './admins.js';
import { companies } from './companies.js';
import { contacts } from './contacts.js';
import { conversations } from './conversations.js';
import type { Intercom } from './intercom-stream.js';
import { intercomSettings } from './settings.js';

const client = { ask: () => Promise.reject(new Error('a record is read without asking')) };

const workspace = (mapping: object = {}, more: object = {}): Intercom => ({
  client,
  settings: intercomSettings.parse({ mapping, ...more }),
  now: () => new Date('2026-03-01T00:00:00Z'),
  clock: realClock,
});

const BEGAN = 1_772_355_600;
const minute = (minutes: number) => new Date((BEGAN + 60 * minutes) * 1000);
const user = { type: 'user', id: '65aa', name: 'Kim' };
const admin = { type: 'admin', id: '17', name: 'Sam' };
const bot = { type: 'bot', id: '9', name: 'Operator' };

const part = (minutes: number, part_type: string, more: object = {}) => ({
  type: 'conversation_part',
  id: String(100 + minutes),
  part_type,
  body: null,
  created_at: BEGAN + 60 * minutes,
  author: admin,
  ...more,
});

const conversation = (parts: object[] = [], more: object = {}) => ({
  type: 'conversation',
  id: '7',
  app_id: 'nw7',
  created_at: BEGAN,
  updated_at: String(BEGAN + 3_600),
  state: 'open',
  priority: 'not_priority',
  source: { id: '1', subject: 'Import', body: 'It stops at row 12.', author: user },
  contacts: { contacts: [{ type: 'contact', id: '65aa' }] },
  conversation_parts: { conversation_parts: parts, total_count: parts.length },
  ...more,
});

const rows = (table: FactTable, payload: unknown, mapping: object = {}) =>
  conversations(workspace(mapping))
    .read(payload)
    .rows.find((one) => one.table === table)?.rows ?? [];

describe('messages', () => {
  const spoken = (payload: unknown) => rows(Message, payload).map(({ body, fromCustomer, visible }) => [body, fromCustomer, visible]);

  test('the first one is that of the source, and each part that speaks is one more', () => {
    const parts = [part(1, 'comment', { body: 'Which row?' }), part(2, 'comment', { body: 'Row 12.', author: user })];
    expect(spoken(conversation(parts))).toEqual([
      ['It stops at row 12.', true, true],
      ['Which row?', false, true],
      ['Row 12.', true, true],
    ]);
  });

  test.each(['note', 'note_and_close'])('a %s is not seen by the customer', (type) => {
    expect(spoken(conversation([part(1, type, { body: 'Ask finance' })])).at(-1)).toEqual(['Ask finance', false, false]);
  });

  test.each(['open', 'close', 'assignment', 'quick_reply'])('words said with a part of type %s are a message', (type) => {
    expect(spoken(conversation([part(1, type, { body: 'Done.' })]))).toHaveLength(2);
  });

  test.each([
    ['what a bot says', part(1, 'comment', { body: 'We will be right with you', author: bot })],
    ['what the log says', part(1, 'conversation_attribute_updated_by_admin', { body: 'Severity set' })],
    ['a part without words', part(1, 'comment', { body: '  ' })],
  ])('%s is none', (_, other) => {
    expect(spoken(conversation([other]))).toHaveLength(1);
  });

  test('a bot that began the conversation said nothing', () => {
    expect(spoken(conversation([], { source: { id: '1', body: 'Can we help?', author: bot } }))).toEqual([]);
  });
});

describe('escalations', () => {
  const at = (payload: unknown, mapping: object = {}) => rows(Event, payload, mapping).map((event) => [event.kind, event.at]);
  const team = { type: 'team', id: '814', name: 'Escalations' };
  const severity = (name: string) => ({ attribute: { name: 'Severity' }, value: { name } });

  test.each([
    ['a move to a named team', conversation([part(5, 'assignment', { assigned_to: team })]), minute(5)],
    [
      'an attribute set',
      conversation([part(6, 'conversation_attribute_updated_by_admin', { event_details: severity('Urgent') })]),
      minute(6),
    ],
    ['a tag, when it was applied', conversation([], { tags: { tags: [{ name: 'escalated', applied_at: BEGAN + 240 }] } }), minute(4)],
    ['a tag of which only its part is known', conversation([part(3, 'comment', { tags: [{ name: 'escalated' }] })]), minute(3)],
    ['a tag of which nothing is known', conversation([], { tags: { tags: [{ name: 'escalated' }] } }), minute(0)],
    ['an attribute of which no part tells', conversation([], { custom_attributes: { Severity: 'urgent' } }), minute(0)],
  ])('%s is one', (_, payload, moment) => {
    expect(at(payload)).toEqual([['escalated', moment]]);
    expect(rows(Ticket, payload)[0]?.escalatedAt).toEqual(moment);
  });

  test.each([
    ['an assignment to a person', conversation([part(5, 'assignment', { assigned_to: { type: 'admin', id: '814' } })])],
    ['another team', conversation([part(5, 'assignment', { assigned_to: { type: 'team', id: '9', name: 'Support' } })])],
    ['another value', conversation([part(6, 'conversation_attribute_updated_by_admin', { event_details: severity('low') })])],
    ['a priority that no mapping names', conversation([], { priority: 'priority' })],
  ])('%s is none', (_, payload) => {
    expect(at(payload)).toEqual([]);
    expect(rows(Ticket, payload)[0]?.escalatedAt).toBeNull();
  });

  test('an attribute that a part tells of is not counted from the beginning too', () => {
    const parts = [part(6, 'conversation_attribute_updated_by_workflow', { author: bot, event_details: severity('urgent') })];
    expect(at(conversation(parts, { custom_attributes: { Severity: 'urgent' } }))).toEqual([['escalated', minute(6)]]);
  });

  test('a team may be named by its id', () => {
    expect(at(conversation([part(5, 'assignment', { assigned_to: { type: 'team', id: 814 } })]), { escalatedTeams: ['814'] })).toHaveLength(
      1,
    );
  });

  test('a repeat is reported by a tag or an attribute', () => {
    const tagged = conversation([], { tags: { tags: [{ name: 'repeated_information', applied_at: BEGAN + 60 }] } });
    expect(at(tagged)).toEqual([['information-repeated', minute(1)]]);
    const ticked = conversation([], { custom_attributes: { Repeated: true } });
    expect(at(ticked, { repeatAttributes: { Repeated: ['true'] } })).toEqual([['information-repeated', minute(0)]]);
  });
});

describe('ratings', () => {
  const rated = (rating: object) => rows(SurveyResponse, conversation([], { conversation_rating: rating }))[0];

  test.each([
    [5, true],
    [4, true],
    [3, false],
    [1, false],
  ])('%i of five is satisfied: %s', (rating, satisfied) => {
    const row = rated({ rating, remark: '', created_at: BEGAN, updated_at: BEGAN + 60, contact: { id: '65aa' } });
    expect(row).toMatchObject({ scale: '1-5', score: String(rating), satisfied, askedAt: minute(0), answeredAt: minute(1), comment: null });
  });

  test('asked and not answered has no score, and no rating at all is no row', () => {
    expect(rated({ rating: null, created_at: BEGAN })).toMatchObject({
      score: null,
      satisfied: null,
      answeredAt: null,
      askedAt: minute(0),
    });
    expect(rows(SurveyResponse, conversation([], { conversation_rating: null }))).toEqual([]);
    expect(rows(SurveyResponse, conversation([], { conversation_rating: { rating: null, remark: null } }))).toEqual([]);
  });
});

test('a conversation is solved while it is closed', () => {
  const statistics = { last_close_at: BEGAN + 600 };
  const solvedAt = (state: string) => rows(Ticket, conversation([], { state, statistics }))[0]?.solvedAt;
  expect([solvedAt('closed'), solvedAt('open')]).toEqual([minute(10), null]);
});

test('a conversation has the company it names, else that of who asked', () => {
  const ticket = (more: object) => rows(Ticket, conversation([], more))[0];
  expect(ticket({ company: { id: '65bb' } })).toMatchObject({ accountExternalId: '65bb', requesterExternalId: '65aa' });
  expect(ticket({ company: null })).toMatchObject({ accountExternalId: null, requesterExternalId: '65aa' });
  expect(ticket({ contacts: { contacts: [] } })?.requesterExternalId).toBe('65aa');
});

test('a conversation cut off at 500 parts keeps what it was opened with and what its tags say', () => {
  const parts = Array.from({ length: 500 }, (_, n) => part(1_000 + n, 'comment', { body: `Word ${n}` }));
  const tags = { tags: [{ name: 'escalated', applied_at: BEGAN + 60 }] };
  const cut = conversation([], { tags, conversation_parts: { conversation_parts: parts, total_count: 730 } });
  expect(rows(Message, cut)).toHaveLength(501);
  expect(rows(Ticket, cut)[0]?.escalatedAt).toEqual(minute(1));
});

test('a conversation without its parts is rejected, not taken for a silent one', () => {
  expect(() => rows(Ticket, { ...conversation(), conversation_parts: undefined })).toThrow('conversation_parts');
});

const read = (stream: Stream, payload: unknown) => stream.read(payload);

test('a record is shown in the inbox of its region', () => {
  expect(read(conversations(workspace()), conversation()).url).toBe('https://app.intercom.com/a/apps/nw7/conversations/7');
  expect(read(conversations(workspace({}, { region: 'eu' })), conversation()).url).toContain('https://app.eu.intercom.com/');
});

test.each([
  ['https://www.Blue-Sun.example/about', 'blue-sun.example'],
  ['blue-sun.example', 'blue-sun.example'],
  ['not a website', null],
  ['', null],
  [null, null],
])('the domain of %s is %s', (website, domain) => {
  expect(read(companies(workspace()), { id: '1', website }).rows[0]?.rows[0]?.domain).toBe(domain);
});

test('a company is declared by its company id, or by an attribute', () => {
  const company = { id: '1', company_id: 18100000000, industry: 'Retail', custom_attributes: { crm: 'x9', plan: 'pro' } };
  const row = (mapping: object) => read(companies(workspace(mapping)), company).rows[0]?.rows[0];
  expect(row({})).toMatchObject({ declaredId: '18100000000', dimensions: { industry: 'Retail' } });
  expect(row({ declaredIdAttribute: 'crm', companyDimensions: { plan: 'plan' } })).toMatchObject({
    declaredId: 'x9',
    dimensions: { plan: 'pro' },
  });
});

test('a contact is of the first company, and a teammate is one of us', () => {
  const contact = { id: '65aa', email: 'Kim@Blue-Sun.Example', created_at: BEGAN, companies: { data: [{ id: '65bb' }, { id: '65cc' }] } };
  expect(read(contacts(workspace()), contact).rows[0]?.rows[0]).toMatchObject({
    email: 'kim@blue-sun.example',
    internal: false,
    accountExternalId: '65bb',
  });
  expect(read(admins(workspace()), { id: 17, name: 'Sam' }).rows[0]?.rows[0]).toMatchObject({ externalId: '17', internal: true });
});
