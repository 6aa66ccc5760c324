import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Event, Person, Subscription, SurveyResponse, Ticket } from '../warehouse/index.js';
import { type Company, placeByHand, unplace } from './place-by-hand.js';

type Kind = Parameters<typeof placeByHand>[1]['kind'];

/** Two customers of the CRM, won in February and March, and a support desk that knows neither. */
async function twoCustomers() {
  const company = await deriving();
  await company.won('1', '2025-02-01');
  await company.won('2', '2025-03-01');
  const { db, book } = company;
  const what = (kind: Kind, externalId: string, sourceId = 'desk') => ({ workspaceId: book.workspaceId, kind, sourceId, externalId });
  return {
    ...company,
    place: (kind: Kind, externalId: string, to: Company | null, sourceId = 'desk') =>
      placeByHand(db, what(kind, externalId, sourceId), { to, at: at('2025-06-01') }),
    unplace: (kind: Kind, externalId: string, sourceId = 'desk') => unplace(db, what(kind, externalId, sourceId)),
    link: async (externalId: string) => db.getRepository(AccountLink).findOneByOrFail({ workspaceId: book.workspaceId, externalId }),
    churnedAt: async () => (await company.handoffs()).map(({ churnedAt }) => churnedAt),
  };
}

const crm = (externalId: string): Company => ({ sourceId: 'crm', externalId });

test('a company that a person placed is of that account, and says so', async () => {
  const { tell, derive, place, link, churnedAt } = await twoCustomers();
  await tell(AccountLink, { externalId: '9', sourceId: 'desk', name: 'Company One Ltd' });
  await tell(Event, { externalId: 'e', sourceId: 'desk', kind: 'churned', at: at('2025-05-01'), accountExternalId: '9' });
  await derive();
  expect(await churnedAt()).toEqual([null, null]);
  expect(await place('company', '9', crm('1'))).toBe(true);
  await derive();
  expect(await churnedAt()).toEqual([at('2025-05-01'), null]);
  expect((await link('9')).reason).toBe('by hand');
});

test('the decision outlives the next sync and outranks what the source declares', async () => {
  const { tell, derive, place, link, churnedAt } = await twoCustomers();
  const desk = { externalId: '9', sourceId: 'desk', declaredId: '2' };
  await tell(AccountLink, desk);
  await tell(Event, { externalId: 'e', sourceId: 'desk', kind: 'churned', at: at('2025-05-01'), accountExternalId: '9' });
  await place('company', '9', crm('1'));
  await derive();
  await tell(AccountLink, { ...desk, name: 'Renamed' });
  await derive();
  expect(await churnedAt()).toEqual([at('2025-05-01'), null]);
  expect((await link('9')).reason).toBe('by hand');
});

test('a company set apart is an account of its own, whatever its domain or those who declare it', async () => {
  const { tell, derive, place, accounts, link } = await twoCustomers();
  await tell(AccountLink, { externalId: '1', name: 'Company 1', domain: 'one.com', startedAt: at('2024-01-01') });
  await tell(AccountLink, { externalId: '9', sourceId: 'desk', name: 'Agency', domain: 'one.com', startedAt: at('2024-06-01') });
  await tell(AccountLink, { externalId: 'x', sourceId: 'billing', name: 'Payer', declaredId: '9', startedAt: at('2024-07-01') });
  await derive();
  expect((await accounts()).map(({ name }) => name)).toEqual(['Company 1', 'Company 2']);
  await place('company', '9', null);
  await derive();
  expect((await accounts()).map(({ name }) => name)).toEqual(['Agency', 'Company 1', 'Company 2', 'Payer']);
  expect((await link('9')).reason).toBe('apart by hand');
});

test('a decision taken back leaves the company to the rules again', async () => {
  const { tell, derive, place, unplace, link, accounts } = await twoCustomers();
  await tell(AccountLink, { externalId: '9', sourceId: 'desk', declaredId: '2' });
  await place('company', '9', null);
  await derive();
  expect(await accounts()).toHaveLength(3);
  expect(await unplace('company', '9')).toBe(true);
  await derive();
  expect((await link('9')).reason).toBe('declared id');
  expect(await accounts()).toHaveLength(2);
  expect(await unplace('company', '9')).toBe(false);
});

test('what nobody has read cannot be placed', async () => {
  const { place } = await twoCustomers();
  expect(await place('ticket', 'no such', crm('1'))).toBe(false);
});

test('a ticket goes where a person put it, before its company and its requester', async () => {
  const { tell, derive, place, handoff } = await twoCustomers();
  await tell(AccountLink, { externalId: '9', sourceId: 'desk', declaredId: '2' });
  await tell(Ticket, { externalId: 't', sourceId: 'desk', accountExternalId: '9', priority: 'urgent', openedAt: at('2025-04-01') });
  await derive();
  expect((await handoff('2')).escalationAt).toEqual([at('2025-04-01')]);
  await place('ticket', 't', crm('1'));
  await derive();
  expect((await handoff('1')).escalationAt).toEqual([at('2025-04-01')]);
  expect((await handoff('2')).escalationAt).toEqual([]);
});

test('the tickets of a person go where that person was put, also the later ones', async () => {
  const { tell, derive, place, handoff } = await twoCustomers();
  await tell(Person, { externalId: 'p', sourceId: 'desk', email: 'jane@gmail.com', internal: false });
  const ticket = { sourceId: 'desk', requesterExternalId: 'p', priority: 'urgent' };
  await tell(Ticket, { ...ticket, externalId: 't', openedAt: at('2025-04-01') });
  await place('person', 'p', crm('1'));
  await derive();
  expect((await handoff('1')).escalationAt).toHaveLength(1);
  await tell(Ticket, { ...ticket, externalId: 'u', openedAt: at('2025-04-09') });
  await derive();
  expect((await handoff('1')).escalationAt).toHaveLength(2);
});

test('a subscription and a survey response go where a person put them', async () => {
  const { tell, derive, place, handoff, churnedAt } = await twoCustomers();
  await tell(Subscription, { externalId: 's', sourceId: 'billing', endedAt: at('2025-05-01') });
  const answer = { kind: 'csat', scale: '1-5', score: '5', satisfied: true, answeredAt: at('2025-03-03') };
  await tell(SurveyResponse, { ...answer, externalId: 'r', sourceId: 'survey' });
  await derive();
  await place('subscription', 's', crm('1'), 'billing');
  await place('survey response', 'r', crm('2'), 'survey');
  await derive();
  expect(await churnedAt()).toEqual([at('2025-05-01'), null]);
  expect((await handoff('2')).surveyAnsweredAt).toEqual(at('2025-03-03'));
});
