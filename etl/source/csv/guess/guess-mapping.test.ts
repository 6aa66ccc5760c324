import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mapping } from '../mapping.js';
import { fileSample } from './file-sample.js';
import { guessMapping } from './guess-mapping.js';

async function guess(files: Record<string, string | Buffer>) {
  const at = await mkdtemp(join(tmpdir(), 'baton-guess-'));
  onTestFinished(() => rm(at, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(at, name), content);
  const guessed = guessMapping('Ours', await Promise.all(Object.keys(files).map((name) => fileSample(join(at, name), name))));
  expect(mapping.safeParse(guessed.mapping).error).toBeUndefined();
  return guessed;
}

const rows = (header: string, row: (index: number) => string) =>
  `${header}\n${Array.from({ length: 20 }, (_, index) => row(index)).join('\n')}\n`;

test('a CRM export of deals is told by its headers, with won stages, renewals and dimensions', async () => {
  const { mapping: guessed } = await guess({
    'all deals.csv': rows(
      'Record ID;Deal Name;Deal Stage;Close Date;Amount;Deal Type;Company ID;Company Name;Region;Deal owner;Go-live date',
      (index) =>
        `${index};Deal ${index};${index % 3 ? 'Closed Won' : 'Closed Lost'};${index + 1}.03.2026;1.${index + 10}0,50;${index % 4 ? 'New Business' : 'Renewal'};C${index};Firm ${index};${index % 2 ? 'North' : 'South'};Ada;`,
    ).replace(/;$/m, ';30.03.2026'),
  });
  expect(guessed.files).toEqual([
    {
      path: 'all deals.csv',
      what: 'deals',
      dateFormat: 'dd.mm.yyyy',
      decimal: ',',
      columns: {
        id: 'Record ID',
        account: 'Company ID',
        accountName: 'Company Name',
        name: 'Deal Name',
        wonAt: 'Close Date',
        won: { column: 'Deal Stage', values: ['Closed Won'] },
        kind: { column: 'Deal Type', values: { 'New Business': 'new business', Renewal: 'renewal' } },
        amount: 'Amount',
        owner: 'Deal owner',
      },
      dimensions: { region: 'Region' },
      moments: { 'first-value': 'Go-live date' },
    },
  ]);
});

describe('other files are told by theirs', () => {
  const table: [string, string, object][] = [
    [
      'orders',
      rows('order_id,customer_id,created_at,total', (index) => `O${index},C${index % 5},2026-01-${index + 10},9`),
      { what: 'events', kind: 'first-value', columns: { id: 'order_id', account: 'customer_id', at: 'created_at' } },
    ],
    [
      'milestones',
      rows('account_id,event,event_at', (index) => `C1,${index % 2 ? 'Kick-off call' : 'Went live'},2026-01-${index + 10}`),
      { what: 'events', kind: { column: 'event', values: { 'Kick-off call': 'kickoff-held', 'Went live': 'first-value' } } },
    ],
    [
      'answers',
      rows('company id,csat,answered', (index) => `C1,${(index % 5) + 1},2026-01-${index + 10}`),
      { what: 'surveys', kind: 'csat', scale: '1-5', columns: { answeredAt: 'answered' } },
    ],
    [
      'contracts',
      rows('account id,start date,end date,arr', (index) => `C1,2026-01-${index + 10},2027-01-${index + 10},100`),
      { what: 'subscriptions', columns: { startedAt: 'start date', endedAt: 'end date', arr: 'arr' } },
    ],
    [
      'cases',
      rows('ticket id,account id,created at,priority', (index) => `${index},C1,2026-01-${index + 10},${index % 2 ? 'urgent' : 'low'}`),
      { what: 'tickets', columns: { id: 'ticket id', openedAt: 'created at', escalated: { column: 'priority' } } },
    ],
    [
      'replies',
      rows(
        'ticket_id,author_type,comment,created_at,public',
        (index) => `${index % 4},${index % 2 ? 'customer' : 'agent'},Hello,2026-01-${index + 10},true`,
      ),
      {
        what: 'messages',
        columns: {
          ticket: 'ticket_id',
          body: 'comment',
          sentAt: 'created_at',
          fromCustomer: { column: 'author_type', values: ['customer'] },
        },
      },
    ],
    [
      'to-dos',
      rows('task id,task,company id,due date,completed', (index) => `${index},Call,C1,2026-01-${index + 10},2026-02-${index + 10}`),
      { what: 'tasks', columns: { id: 'task id', subject: 'task', account: 'company id', dueAt: 'due date', doneAt: 'completed' } },
    ],
    [
      'team',
      rows('user id,name,email', (index) => `U${index},Ada ${index},ada${index}@ours.example`),
      { what: 'people', columns: { id: 'user id', name: 'name', email: 'email' } },
    ],
    [
      'stage history',
      rows('deal id,stage,entered at', (index) => `D${index},${index % 2 ? 'Closed Won' : 'Proposal'},2026-01-${index + 10}`),
      {
        what: 'stages',
        columns: { deal: 'deal id', stage: 'stage', enteredAt: 'entered at', won: { column: 'stage', values: ['Closed Won'] } },
      },
    ],
    [
      'tagged',
      rows('ticket id,account id,created at,tags', (index) => `${index},C1,2026-01-${index + 10},"a, b"`),
      { what: 'tickets', columns: { id: 'ticket id', tags: 'tags' } },
    ],
    [
      'customers',
      rows(
        'customer_id,customer_name,website,industry',
        (index) => `C${index},Firm ${index},f${index}.example,${index % 2 ? 'Retail' : 'Law'}`,
      ),
      { what: 'accounts', columns: { id: 'customer_id', name: 'customer_name', domain: 'website' }, dimensions: { industry: 'industry' } },
    ],
  ];
  test.each(table)('%s', async (name, content, expected) => {
    const { mapping: guessed } = await guess({ [`${name}.csv`]: content });
    expect(guessed.files).toEqual([expect.objectContaining({ path: `${name}.csv` })]);
    expect(guessed.files[0]).toMatchObject(expected);
  });
});

describe('what is uncertain is said', () => {
  const deals = 'deal_id,company,won_date,amount';
  test('dates that can be read in two ways', async () => {
    const { mapping: guessed, notes } = await guess({ 'd.csv': rows(deals, (index) => `${index},A,0${(index % 9) + 1}/03/2026,5`) });
    expect(guessed.files[0]?.dateFormat).toBe('dd/mm/yyyy');
    expect(notes.join('\n')).toMatch(/d\.csv: its dates can be read as dd\/mm\/yyyy or as mm\/dd\/yyyy/);
  });
  test('zeros that may mean nothing', async () => {
    const { notes } = await guess({ 'd.csv': rows(deals, (index) => `${index},A,2026-03-01,${index ? '0.0' : '5.0'}`) });
    expect(notes).toContain('d.csv: amount is 0.0 in most rows; if that means "not said", add "absent": { "amount": ["0.0"] }');
  });
  test('an encoding that is no UTF-8', async () => {
    const { mapping: guessed, notes } = await guess({
      'd.csv': Buffer.from(
        rows(deals, (index) => `${index},M\xfcller,2026-03-01,5`),
        'latin1',
      ),
    });
    expect(guessed.files[0]?.encoding).toBe('windows-1252');
    expect(notes.join('\n')).toMatch(/d\.csv: it is no UTF-8 and is read as windows-1252/);
  });
  test('a file that says nothing, and the want of deals', async () => {
    const { notes } = await guess({ 'e.csv': rows('account_id,at', () => 'C1,2026-01-01'), 'x.csv': rows('a,b', () => '1,2') });
    expect(notes).toContain('x.csv is left out: its header does not say what is in it');
    expect(notes.join('\n')).toMatch(/without deals there are no handoffs/);
  });
});

test('files of which not one can be told are refused', async () => {
  await expect(guess({ 'x.csv': 'a,b\n1,2\n' })).rejects.toThrow(/No header of x\.csv says what is in it/);
});
