import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Person, Ticket } from '../warehouse/index.js';
import { unmatchedTickets } from './unmatched-tickets.js';

async function support() {
  const company = await deriving();
  await company.tell(AccountLink, { externalId: 'a', name: 'Acme', domain: 'acme.com' });
  await company.tell(
    Person,
    { externalId: 'known', email: 'ann@acme.com', internal: false },
    { externalId: 'stranger', email: 'x@elsewhere.com', internal: false },
    { externalId: 'free', email: 'ann@gmail.com', internal: false },
    { externalId: 'member', email: 'm@gmail.com', internal: false, accountExternalId: 'a' },
  );
  const ticket = (externalId: string, told: Partial<Ticket>) => company.tell(Ticket, { externalId, openedAt: at('2025-02-01'), ...told });
  return { ...company, ticket, unmatched: () => unmatchedTickets(company.db, company.book.workspaceId) };
}

test('a ticket that leads to no account is counted and listed with its requester', async () => {
  const { ticket, derive, unmatched } = await support();
  await ticket('1', { requesterExternalId: 'stranger', subject: 'Who are you?' });
  await derive();
  expect(await unmatched()).toEqual({
    count: 1,
    tickets: [{ sourceId: 'crm', externalId: '1', subject: 'Who are you?', openedAt: at('2025-02-01'), requesterEmail: 'x@elsewhere.com' }],
  });
});

test.each([
  ['a company', { accountExternalId: 'a' }],
  ['a requester of the company', { requesterExternalId: 'member' }],
  ['a requester who writes from its domain', { requesterExternalId: 'known' }],
])('a ticket with %s is matched', async (_, told) => {
  const { ticket, derive, unmatched } = await support();
  await ticket('1', told);
  await derive();
  expect(await unmatched()).toEqual({ count: 0, tickets: [] });
});

test.each([
  ['nobody', {}],
  ['a requester from a mail provider', { requesterExternalId: 'free' }],
  ['a company that no source knows', { accountExternalId: 'zzz' }],
  ['a deal that no source knows', { dealExternalId: 'zzz' }],
])('a ticket with %s is not', async (_, told) => {
  const { ticket, derive, unmatched } = await support();
  await ticket('1', told);
  await derive();
  expect(await unmatched()).toMatchObject({ count: 1 });
});

test('a deleted ticket is not looked for', async () => {
  const { ticket, derive, unmatched } = await support();
  await ticket('1', { deletedAt: at('2025-02-02') });
  await derive();
  expect(await unmatched()).toMatchObject({ count: 0 });
});
