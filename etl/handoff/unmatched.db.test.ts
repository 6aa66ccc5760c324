import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Person, Subscription, SurveyResponse, Ticket } from '../warehouse/index.js';
import { alikeAccounts } from './alike-accounts.js';
import { placeByHand } from './place-by-hand.js';
import { unmatchedFacts } from './unmatched.js';

/** One customer of the CRM, and a desk whose people and companies may or may not be known. */
async function support() {
  const company = await deriving();
  await company.won('1', '2025-02-01');
  await company.tell(AccountLink, { externalId: '1', name: 'Acme Ltd.', domain: 'acme.com', startedAt: at('2024-01-01') });
  const desk = { sourceId: 'desk' };
  await company.tell(
    AccountLink,
    { ...desk, externalId: 'declared', declaredId: '1' },
    { ...desk, externalId: 'foreign', name: 'ACME', domain: 'acme-helpdesk.io' },
  );
  await company.tell(
    Person,
    { ...desk, externalId: 'known', email: 'ann@acme.com', internal: false },
    { ...desk, externalId: 'stranger', name: 'X', email: 'x@elsewhere.com', internal: false },
    { ...desk, externalId: 'free', email: 'ann@gmail.com', internal: false },
    { ...desk, externalId: 'member', email: 'm@gmail.com', internal: false, accountExternalId: 'declared' },
  );
  const { db, book, derive } = company;
  return {
    ...company,
    ticket: (externalId: string, told: Partial<Ticket>) =>
      company.tell(Ticket, { ...desk, externalId, openedAt: at('2025-02-01'), ...told }),
    unmatched: async () => {
      await derive();
      return unmatchedFacts(db, book.workspaceId, { limit: 10, offset: 0 });
    },
    place: (kind: 'person' | 'ticket' | 'company', externalId: string) =>
      placeByHand(
        db,
        { workspaceId: book.workspaceId, kind, sourceId: 'desk', externalId },
        { to: { sourceId: 'crm', externalId: '1' }, at: at('2025-06-01') },
      ),
  };
}

const nothing = { ticketCount: 0, subscriptionCount: 0, responseCount: 0, count: 0, unmatched: [] };

test('with nothing astray the list is empty', async () => {
  const { unmatched } = await support();
  expect(await unmatched()).toEqual(nothing);
});

test.each([
  ['a company that declares a customer', { accountExternalId: 'declared' }],
  ['a requester of such a company', { requesterExternalId: 'member' }],
  ["a requester who writes from a customer's domain", { requesterExternalId: 'known' }],
  ['a deal', { dealExternalId: '1', sourceId: 'crm' }],
])('a ticket with %s is matched', async (_, told) => {
  const { ticket, unmatched } = await support();
  await ticket('1', told);
  expect(await unmatched()).toEqual(nothing);
});

test.each([
  ['nobody', {}, 'ticket', '1'],
  ['a requester from a mail provider', { requesterExternalId: 'free' }, 'person', 'free'],
  ['a requester nobody knows', { requesterExternalId: 'stranger' }, 'person', 'stranger'],
  ['a company that is no customer', { accountExternalId: 'foreign' }, 'company', 'foreign'],
  ['a company that no source knows', { accountExternalId: 'zzz' }, 'ticket', '1'],
  ['a deal that no source knows', { dealExternalId: 'zzz' }, 'ticket', '1'],
])('a ticket with %s is not, and is listed by it', async (_, told, kind, externalId) => {
  const { ticket, unmatched } = await support();
  await ticket('1', told);
  expect(await unmatched()).toMatchObject({
    ticketCount: 1,
    count: 1,
    unmatched: [{ kind, sourceId: 'desk', externalId, ticketCount: 1 }],
  });
});

test('all that hangs on one company or person is one entry, the most first', async () => {
  const { ticket, tell, unmatched } = await support();
  await ticket('1', { requesterExternalId: 'stranger', subject: 'Who are you?' });
  await ticket('2', { accountExternalId: 'foreign', openedAt: at('2025-02-02') });
  await tell(SurveyResponse, {
    externalId: 'r',
    sourceId: 'desk',
    ticketExternalId: '2',
    kind: 'csat',
    scale: '1-5',
    answeredAt: at('2025-02-03'),
  });
  await tell(Subscription, { externalId: 's', sourceId: 'desk', accountExternalId: 'foreign' });
  expect(await unmatched()).toEqual({
    ticketCount: 2,
    subscriptionCount: 1,
    responseCount: 1,
    count: 2,
    unmatched: [
      {
        ...{ kind: 'company', sourceId: 'desk', externalId: 'foreign', name: 'ACME', address: 'acme-helpdesk.io' },
        ...{ ticketCount: 1, subscriptionCount: 1, responseCount: 1, latestAt: at('2025-02-03') },
      },
      {
        ...{ kind: 'person', sourceId: 'desk', externalId: 'stranger', name: 'X', address: 'x@elsewhere.com' },
        ...{ ticketCount: 1, subscriptionCount: 0, responseCount: 0, latestAt: at('2025-02-01') },
      },
    ],
  });
});

test.each(['person', 'ticket', 'company'] as const)('a %s that was placed by hand is matched', async (kind) => {
  const { ticket, unmatched, place } = await support();
  const by = { person: { requesterExternalId: 'stranger' }, ticket: {}, company: { accountExternalId: 'foreign' } }[kind];
  await ticket('1', by);
  expect(await unmatched()).toMatchObject({ count: 1 });
  await place(kind, { person: 'stranger', ticket: '1', company: 'foreign' }[kind]);
  expect(await unmatched()).toEqual(nothing);
});

test('a deleted ticket is not looked for', async () => {
  const { ticket, unmatched } = await support();
  await ticket('1', { deletedAt: at('2025-02-02') });
  expect(await unmatched()).toEqual(nothing);
});

test('an account of the same name, but for its legal form, is suggested and not matched', async () => {
  const { db, book, derive } = await support();
  await derive();
  const asked = [
    { key: 'a', name: 'ACME', address: null },
    { key: 'b', name: 'Jane', address: 'jane@acme.co.uk' },
    { key: 'c', name: 'Bolt', address: 'bolt.com' },
  ];
  const alike = await alikeAccounts(db, book.workspaceId, asked);
  expect([...alike].map(([key, found]) => [key, found.map(({ name, why }) => [name, why])])).toEqual([
    ['a', [['Acme Ltd.', 'same name']]],
    ['b', [['Acme Ltd.', 'address like its name']]],
  ]);
});
