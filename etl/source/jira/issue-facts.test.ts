import { expect, test } from 'vitest';
import { AccountLink, Event, Task } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import { wireIssue } from './issue.js';
import { issueFacts } from './issue-facts.js';
import { jiraMapping } from './settings.js';

const DONE = { name: 'Done', statusCategory: { key: 'done' } };

/** An issue as Jira answers it, with what is said otherwise. */
const issue = ({ fields = {}, ...more }: { fields?: object; [name: string]: unknown } = {}) => ({
  id: '10042',
  key: 'ONB-7',
  fields: {
    summary: 'Kickoff call',
    status: { name: 'To Do', statusCategory: { key: 'new' } },
    issuetype: { name: 'Task' },
    project: { id: '1', key: 'ONB' },
    created: '2026-04-01T09:00:00.000+0200',
    updated: '2026-04-28T15:34:54.247+0200',
    ...fields,
  },
  ...more,
});

function facts(payload: unknown, mapping: object = {}) {
  const rows = issueFacts(parsed(wireIssue, payload), jiraMapping.parse(mapping));
  const of = (table: unknown) => rows.filter((one) => one.table === table).flatMap((one) => one.rows);
  return { task: of(Task)[0], links: of(AccountLink), events: of(Event) };
}

test('times at the offset of the viewer are the moments they name', () => {
  expect(facts(issue()).task).toMatchObject({ startedAt: new Date('2026-04-01T07:00:00Z'), doneAt: null, dueAt: null });
});

test('a due date lasts until the next day begins', () => {
  expect(facts(issue({ fields: { duedate: '2026-05-31' } })).task).toMatchObject({ dueAt: new Date('2026-06-01T00:00:00Z') });
});

test.each([
  ['Done', null, { doneAt: new Date('2026-04-20T10:00:00Z'), cancelledAt: null }],
  ["Won't Do", null, { doneAt: null, cancelledAt: new Date('2026-04-20T10:00:00Z') }],
  ['Done', 'Cancelled', { doneAt: null, cancelledAt: new Date('2026-04-20T10:00:00Z') }],
])('an issue with the resolution %s and the status %s ended as %j', (resolution, status, expected) => {
  const fields = {
    status: { ...DONE, name: status ?? DONE.name },
    resolution: { name: resolution },
    statuscategorychangedate: '2026-04-20T12:00:00.000+0200',
  };
  expect(facts(issue({ fields })).task).toMatchObject(expected);
});

test('an issue that was done and is open again is not done', () => {
  expect(facts(issue({ fields: { resolutiondate: '2026-04-20T12:00:00.000+0200' } })).task).toMatchObject({
    doneAt: null,
    cancelledAt: null,
  });
});

test.each([
  [{ summary: 'Kickoff' }, 'kickoff-held'],
  [{ label: 'kickoff' }, 'kickoff-held'],
  [{ label: 'other' }, null],
  [{ issueType: 'Task', epic: 'Onboard' }, 'kickoff-held'],
  [{ summary: 'Kickoff', epic: 'Sell' }, null],
  [{}, null],
])('the rule %j makes of a kickoff below an epic %s', (rule, kind) => {
  const fields = { labels: ['kickoff'], parent: { id: '9', fields: { summary: 'Onboard Acme' } } };
  expect(facts(issue({ fields }), { taskKinds: [{ ...rule, kind: 'kickoff-held' }] }).task).toMatchObject({ kind });
});

test.each([
  ['a text field', { customfield_1: ' 181 ' }, '181'],
  ['an option', { customfield_1: { value: '182' } }, '182'],
  ['a number', { customfield_1: 183 }, '183'],
  ['a label', { labels: ['x', 'account:184'] }, '184'],
  ['an empty field and no label', { customfield_1: null, labels: [] }, null],
])('the account key stands in %s', (_, fields, key) => {
  const { links } = facts(issue({ fields, field_names: { customfield_1: 'Account key' } }));
  expect(links.map(({ declaredId }) => declaredId)).toEqual(key === null ? [] : [key]);
});

test('a domain as account key is a domain, and the dimensions stand beside it', () => {
  const fields = { customfield_1: 'WWW.Acme.example', customfield_2: { value: 'Gold' } };
  const field_names = { customfield_1: 'Account key', customfield_2: 'Tier' };
  const { links } = facts(issue({ fields, field_names }), { accountKeyIs: 'domain', dimensions: { tier: 'Tier' } });
  expect(links).toMatchObject([{ externalId: 'issue:10042', domain: 'acme.example', declaredId: null, dimensions: { tier: 'Gold' } }]);
});

const history = (created: unknown, item: object) => ({ id: String(created), created, items: [item] });

test('a status is reached the first time, whatever the order of the history and the form of its times', () => {
  const histories = [
    history('2026-04-20T12:00:00.000+0200', { field: 'status', to: '1', toString: 'Live' }),
    history(1_775_037_600, { field: 'status', to: '1', toString: 'Live' }),
    history(1_775_124_000_000, { field: 'status', to: '2' }),
  ];
  const { events } = facts(issue({ histories, account_holder: 'issue:9' }), { statusMoments: [{ status: 'Live', kind: 'first-value' }] });
  expect(events).toEqual([
    {
      externalId: 'issue:10042:status:Live',
      kind: 'first-value',
      at: new Date('2026-04-01T10:00:00Z'),
      detail: null,
      title: 'Kickoff call',
      accountExternalId: 'issue:9',
    },
  ]);
});

test.each([
  ['nobody', [], undefined, []],
  ['who it was made with', [], 'amira', [{ detail: 'amira', at: new Date('2026-04-01T07:00:00Z') }]],
  [
    'who came first',
    [
      ['2026-04-03T00:00:00Z', 'ben'],
      ['2026-04-02T00:00:00Z', 'amira'],
      ['2026-04-01T08:00:00Z', null],
    ],
    'ben',
    [{ detail: 'amira', at: new Date('2026-04-02T00:00:00Z') }],
  ],
])('the owner named is %s', (_, changes, assignee, expected) => {
  const histories = changes.map(([at, to]) => history(at, { field: 'assignee', to }));
  const fields = assignee === undefined ? {} : { assignee: { accountId: assignee } };
  const { events } = facts(issue({ fields, histories }), { ownerNamedIssueTypes: ['Task'] });
  expect(events.map(({ detail, at }) => ({ detail, at }))).toEqual(expected);
});

test.each([
  ['an issue without a status', { status: null }, /fields.status/],
  ['a time without a zone', { updated: '2026-04-28T15:34:54' }, /fields.updated.*not a date/],
  ['a due date that is none', { duedate: '31.05.2026' }, /fields.duedate/],
])('%s is refused', (_, fields, reason) => {
  expect(() => facts(issue({ fields }))).toThrow(reason);
});
