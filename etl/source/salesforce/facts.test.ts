import { expect, test } from 'vitest';
import { domainOf } from './accounts.js';
import { dimensionOf } from './dimensions.js';
import { salesforceKind } from './salesforce.js';

const source = (mapping: Record<string, unknown> = {}) =>
  salesforceKind.open(
    { baseUrl: 'https://acme.my.salesforce.com', mapping },
    { kind: 'client credentials', clientId: 'id', clientSecret: 'secret' },
    { now: () => new Date(), keepCredentials: async () => {} },
  );

/** What a record becomes: the rows of all tables in their order. */
function read(stream: string, record: Record<string, unknown>, mapping = {}) {
  const found = source(mapping).streams.find(({ name }) => name === `salesforce.${stream}`);
  if (!found) throw new Error(`there is no stream ${stream}`);
  const given = {
    CreatedDate: '2026-05-01T07:00:00.000Z',
    LastModifiedDate: '2026-05-03T07:00:00.000Z',
    SystemModstamp: '2026-05-03T07:00:00.000Z',
    ...record,
  };
  const done = found.read(given);
  return { ...done, rows: done.rows.flatMap(({ rows }) => rows) };
}

test.each([
  [null, null],
  ['https://www.acme.example/start?x=1', 'acme.example'],
  ['WWW.Acme.Example', 'acme.example'],
  ['acme.example:8080', 'acme.example'],
  ['http://user@acme.example.', 'acme.example'],
  ['n/a', null],
  ['none', null],
])('the website %s says the domain %s', (website, domain) => {
  expect(domainOf(website)).toBe(domain);
});

test.each([
  ['Partner_Tier__c', 'partner-tier'],
  ['HealthScore__c', 'health-score'],
  ['acme__Plan__c', 'acme-plan'],
])('the field %s is the dimension %s', (field, dimension) => {
  expect(dimensionOf(field)).toBe(dimension);
});

const ID = '00T000000000001AAA';

test('a task is due until its day is over, and done when it was completed', () => {
  const task = {
    Id: ID,
    Subject: 'Kickoff call',
    Status: 'Completed',
    IsClosed: true,
    ActivityDate: '2026-05-04',
    WhatId: '006000000000001AAA',
  };
  const [row] = read('tasks', { ...task, CompletedDateTime: '2026-05-02T10:00:00.000Z' }).rows;
  expect(row).toMatchObject({
    kind: 'kickoff-held',
    dealExternalId: '006000000000001AAA',
    dueAt: new Date('2026-05-04T23:59:59Z'),
    doneAt: new Date('2026-05-02T10:00:00Z'),
    cancelledAt: null,
  });
  expect(read('tasks', { ...task, Status: 'Cancelled' }).rows[0]).toMatchObject({
    doneAt: null,
    cancelledAt: new Date('2026-05-03T07:00:00Z'),
  });
  expect(read('tasks', { ...task, IsClosed: false, WhatId: '500000000000001AAA' }).rows[0]).toMatchObject({
    doneAt: null,
    dealExternalId: null,
  });
});

test('a kickoff in the calendar was scheduled when it was entered and is held at its end', () => {
  const meeting = { Id: '00U000000000001AAA', Subject: 'Kickoff with Acme', EndDateTime: '2026-05-09T11:00:00.000Z', WhoId: null };
  expect(read('meetings', meeting).rows.map(({ kind, at }) => [kind, at])).toEqual([
    ['kickoff-held', new Date('2026-05-09T11:00:00Z')],
    ['kickoff-scheduled', new Date('2026-05-01T07:00:00Z')],
  ]);
  expect(read('meetings', { ...meeting, IsChild: true }).rows).toEqual([]);
  expect(read('meetings', { ...meeting, Subject: 'Lunch' }).rows).toEqual([]);
  expect(read('meetings', { ...meeting, Subject: 'Lunch', WhoId: '003000000000001AAA' }).rows).toMatchObject([{ kind: 'contact-made' }]);
});

test('of the two rows of a lookup only the ids name an owner, and the owner after another is a change', () => {
  const history = { Id: '017000000000001AAA', OpportunityId: '006000000000001AAA', Field: 'CSM__c' };
  expect(read('opportunity-field-history', { ...history, OldValue: null, NewValue: '005000000000001AAA' }).rows).toMatchObject([
    { kind: 'owner-named', detail: '005000000000001AAA', at: new Date('2026-05-01T07:00:00Z') },
  ]);
  expect(read('opportunity-field-history', { ...history, OldValue: null, NewValue: 'Amira Haddad' }).rows).toEqual([]);
  expect(
    read('opportunity-field-history', { ...history, OldValue: '005000000000002AAA', NewValue: '005000000000001AAA' }).rows,
  ).toMatchObject([{ kind: 'owner-changed', detail: '005000000000001AAA' }]);
});

test('a section that was emptied was not filled', () => {
  const history = { Id: '017000000000001AAA', OpportunityId: '006000000000001AAA', Field: 'Brief_Red_Flags__c' };
  expect(read('opportunity-field-history', { ...history, OldValue: 'a', NewValue: null }).rows).toEqual([]);
  expect(read('opportunity-field-history', { ...history, OldValue: null, NewValue: null }).rows).toMatchObject([{ detail: 'red-flags' }]);
});

test.each([
  ['IsEscalated', 'true', {}, ['escalated']],
  ['IsEscalated', 'false', {}, []],
  ['Priority', 'Critical', {}, ['escalated']],
  ['Priority', 'High', {}, []],
  ['Owner', 'Tier 3', { escalationOwners: ['Tier 3'] }, ['escalated']],
  ['Repeated_Information__c', 'true', {}, ['information-repeated']],
])('a case whose %s became %s', (Field, NewValue, mapping, kinds) => {
  const history = { Id: '01n000000000001AAA', CaseId: '500000000000001AAA', Field, OldValue: null, NewValue };
  expect(read('case-history', history, mapping).rows.map(({ kind }) => kind)).toEqual(kinds);
});

test('the loser of a merge is deleted and leads to the winner', () => {
  const loser = { Id: '001000000000002AAA', Name: 'Acme (2)', IsDeleted: true, MasterRecordId: '001000000000001AAA' };
  const done = read('accounts', loser);
  expect(done.deletedAt).toEqual(new Date('2026-05-03T07:00:00Z'));
  expect(done.rows).toMatchObject([{ mergedInto: '001000000000001AAA' }]);
});

test('won stages can be named, and then stages tell', () => {
  const opportunity = { Id: '006000000000001AAA', StageName: 'Signed', IsWon: false };
  expect(read('opportunities', opportunity).rows[0]).toMatchObject({ won: false });
  expect(read('opportunities', opportunity, { wonStages: ['Signed'] }).rows[0]).toMatchObject({ won: null });
  const stage = { Id: '01J000000000001AAA', MasterLabel: 'Signed', ApiName: 'Signed', IsWon: false, IsClosed: false };
  expect(read('stages', stage, { wonStages: ['Signed'] }).rows[0]).toMatchObject({ won: true, closed: true });
});

test('an e-mail that is a draft, or belongs to no case, is no message', () => {
  const mail = { Id: '02s000000000001AAA', ParentId: '500000000000001AAA', Incoming: true, TextBody: 'Hello', Status: '1' };
  expect(read('case-mails', mail).rows).toMatchObject([{ fromCustomer: true, body: 'Hello' }]);
  expect(read('case-mails', { ...mail, Status: '5' }).rows).toEqual([]);
  expect(read('case-mails', { ...mail, ParentId: null }).rows).toEqual([]);
});

test('what is no amount is named', () => {
  expect(() => read('opportunities', { Id: '006000000000001AAA', Amount: 'much' })).toThrow('Amount: "much" is not a number');
});
