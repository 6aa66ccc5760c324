import { describe, expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Deal, Event, Person, Ticket } from '../warehouse/index.js';

/** Two deals of one customer, won in February and in June. */
async function twoHandoffs() {
  const company = await deriving();
  await company.won('1', '2025-02-01');
  await company.won('2', '2025-06-01', { accountExternalId: '1' });
  return company;
}

describe('what happens to a customer', () => {
  test.each([
    ['long before the first handoff belongs to none', '2024-10-01', []],
    ['within 90 days before the first belongs to the first', '2024-12-01', ['crm:1']],
    ['between them belongs to the first', '2025-05-31', ['crm:1']],
    ['at the moment of the second belongs to the second', '2025-06-01', ['crm:2']],
    ['after the second belongs to the second', '2025-08-01', ['crm:2']],
  ])('%s', async (_, day, handoffs) => {
    const { tell, derive, events } = await twoHandoffs();
    await tell(Event, { externalId: 'e', kind: 'internal-meeting-held', at: at(day), accountExternalId: '1' });
    await derive();
    expect((await events('internal-meeting-held')).map(({ handoffId }) => handoffId)).toEqual(handoffs);
  });

  test('a fact of a deal belongs to its handoff, whenever it was', async () => {
    const { tell, derive, handoff } = await twoHandoffs();
    await tell(Event, { externalId: 'e', kind: 'kickoff-held', at: at('2025-01-01'), dealExternalId: '2', accountExternalId: '1' });
    await derive();
    expect((await handoff('2')).kickoffAt).toEqual(at('2025-01-01'));
    expect((await handoff('1')).kickoffAt).toBeNull();
  });

  test('leaving ends every handoff won before', async () => {
    const { won, tell, derive, handoffs } = await twoHandoffs();
    await won('3', '2025-12-01', { accountExternalId: '1' });
    await tell(Event, { externalId: 'e', kind: 'churned', at: at('2025-09-01'), accountExternalId: '1' });
    await tell(Event, { externalId: 'n', kind: 'notice-given', at: at('2025-08-01'), accountExternalId: '1' });
    await derive();
    expect((await handoffs()).map(({ churnedAt, noticeAt }) => [churnedAt, noticeAt])).toEqual([
      [at('2025-09-01'), at('2025-08-01')],
      [at('2025-09-01'), at('2025-08-01')],
      [null, null],
    ]);
  });

  test('leaving before the deal is won again is not leaving it', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Event, { externalId: 'e', kind: 'churned', at: at('2025-01-15'), accountExternalId: '1' });
    await derive();
    expect((await handoff('1')).churnedAt).toBeNull();
  });

  test('an owner named for the customer is there when the next deal is won', async () => {
    const { tell, derive, handoffs } = await twoHandoffs();
    await tell(Event, { externalId: 'e', kind: 'owner-named', at: at('2025-02-03'), accountExternalId: '1', detail: 'p' });
    await derive();
    expect((await handoffs()).map(({ ownerNamedAt }) => ownerNamedAt)).toEqual([at('2025-02-03'), at('2025-02-03')]);
  });

  test('an owner named before the deal is won keeps that moment', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Event, { externalId: 'e', kind: 'owner-named', at: at('2025-01-20'), dealExternalId: '1' });
    await derive();
    expect((await handoff('1')).ownerNamedAt).toEqual(at('2025-01-20'));
  });

  test('an escalation on a renewal counts for the customer, its kickoff does not', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Deal, { externalId: 'r', accountExternalId: '1', kind: 'renewal', won: true, closedAt: at('2025-03-01') });
    await tell(Event, { externalId: 'e', kind: 'escalated', at: at('2025-03-05'), dealExternalId: 'r' });
    await tell(Event, { externalId: 'k', kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: 'r' });
    await derive();
    expect(await handoff('1')).toMatchObject({ escalationAt: [at('2025-03-05')], kickoffAt: null });
  });

  test('a deleted fact never happened', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    const value = { externalId: 'e', kind: 'first-value', at: at('2025-02-05'), dealExternalId: '1' };
    await tell(Event, value);
    await derive();
    await tell(Event, { ...value, deletedAt: at('2025-02-06') });
    await derive();
    expect((await handoff('1')).firstValueAt).toBeNull();
  });

  test('a ticket without a company is its requester’s, by account or by the domain of the e-mail', async () => {
    const { tell, won, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(AccountLink, { externalId: '1', name: 'Acme', domain: 'acme.com' });
    await tell(Person, { externalId: 'p', sourceId: 'desk', email: 'ann@acme.com', internal: false });
    await tell(Ticket, { externalId: 't', sourceId: 'desk', requesterExternalId: 'p', escalatedAt: at('2025-02-10') });
    await tell(Person, { externalId: 'q', email: 'q@gmail.com', internal: false, accountExternalId: '1' });
    await tell(Ticket, { externalId: 'u', requesterExternalId: 'q', escalatedAt: at('2025-02-20') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-10'), at('2025-02-20')]);
  });
});
