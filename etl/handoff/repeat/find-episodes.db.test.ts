import { describe, expect, test } from 'vitest';
import { at, deriving } from '../../../test/deriving.js';
import { AccountLink, Event, Message, SurveyResponse, Task, Ticket } from '../../warehouse/index.js';

const REPEATED = 'As I already told your colleague, we use Okta.';

async function withTicket(told: Partial<Ticket> = {}) {
  const company = await deriving();
  await company.won('1', '2025-02-01');
  await company.tell(Ticket, { externalId: 't', accountExternalId: '1', ...told });
  const say = (externalId: string, day: string, message: Partial<Message>) =>
    company.tell(Message, {
      externalId,
      ticketExternalId: 't',
      fromCustomer: true,
      visible: true,
      sentAt: at(day),
      body: REPEATED,
      ...message,
    });
  return { ...company, say };
}

describe('an episode of repeated information', () => {
  test('is inferred from the customer’s words, which are its evidence', async () => {
    const { say, derive, events, handoff } = await withTicket();
    await say('m', '2025-02-10', {});
    await derive();
    expect(await events('information-repeated')).toMatchObject([
      { at: at('2025-02-10'), detail: 'inferred', evidence: REPEATED, factId: 'message:m', recordId: 'm' },
    ]);
    expect((await handoff('1')).repeatAt).toEqual([at('2025-02-10')]);
  });

  test.each([
    ['an agent', { fromCustomer: false }],
    ['an internal note', { visible: false }],
    ['a quoted reply', { body: `Thanks!\n> ${REPEATED}` }],
    ['a message before the deal was won', { sentAt: at('2025-01-20') }],
  ])('is not inferred from %s', async (_, message) => {
    const { say, derive, events } = await withTicket();
    await say('m', '2025-02-10', message);
    await derive();
    expect(await events('information-repeated')).toEqual([]);
  });

  test('is one per conversation, at its strongest tier, with the customer’s words', async () => {
    const { say, derive, events } = await withTicket({ repeatReportedAt: at('2025-02-12') });
    await say('m', '2025-02-10', {});
    await say('n', '2025-02-11', {});
    await derive();
    expect(await events('information-repeated')).toMatchObject([{ at: at('2025-02-10'), detail: 'reported', evidence: REPEATED }]);
  });

  test('is one per conversation however often it is inferred', async () => {
    const { say, derive, handoff } = await withTicket();
    await say('m', '2025-02-10', {});
    await say('n', '2025-02-11', {});
    await derive();
    expect((await handoff('1')).repeatAt).toEqual([at('2025-02-10')]);
  });

  test('loses its tier when the tag is taken back', async () => {
    const { say, tell, derive, events } = await withTicket({ repeatReportedAt: at('2025-02-12') });
    await say('m', '2025-02-10', {});
    await derive();
    await tell(Ticket, { externalId: 't', accountExternalId: '1' });
    await derive();
    expect(await events('information-repeated')).toMatchObject([{ detail: 'inferred' }]);
  });

  test('is reported by a survey', async () => {
    const { tell, derive, events } = await withTicket();
    await tell(SurveyResponse, {
      externalId: 'r',
      accountExternalId: '1',
      kind: 'csat',
      scale: '1-5',
      repeatedInformation: true,
      answeredAt: at('2025-02-05'),
      comment: 'Three times!',
    });
    await derive();
    expect(await events('information-repeated')).toMatchObject([{ detail: 'reported', evidence: 'Three times!' }]);
  });

  test('is asked again when an agent asks for a section that was filled', async () => {
    const { tell, say, derive, events } = await withTicket();
    const filled = { externalId: 'b', kind: 'brief-section-filled', detail: 'success-metrics', dealExternalId: '1' };
    await tell(Event, { ...filled, at: at('2025-02-20') });
    await say('m', '2025-02-10', { fromCustomer: false, body: 'Hi Ann. How will you measure success?' });
    await derive();
    expect(await events('information-repeated')).toEqual([]);
    await tell(Event, { ...filled, at: at('2025-01-31') });
    await derive();
    expect(await events('information-repeated')).toMatchObject([{ detail: 'asked again', evidence: 'How will you measure success?' }]);
  });

  test('is not asked again when another section was filled', async () => {
    const { tell, say, derive, events } = await withTicket();
    await tell(Event, { externalId: 'b', kind: 'brief-section-filled', detail: 'red-flags', dealExternalId: '1', at: at('2025-01-31') });
    await say('m', '2025-02-10', { fromCustomer: false, body: 'How will you measure success?' });
    await derive();
    expect(await events('information-repeated')).toEqual([]);
  });
});

describe('an escalation', () => {
  const tagged = (moment: string, told: Partial<Event> = {}) => ({ kind: 'escalated', at: at(moment), ticketExternalId: 't', ...told });

  test('of one ticket within 24 hours is one', async () => {
    const { tell, derive, handoff } = await withTicket({ escalatedAt: at('2025-02-10 09:00') });
    await tell(Event, { externalId: 'e', ...tagged('2025-02-11 09:00') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-10 09:00')]);
  });

  test('of one ticket after more than 24 hours is another', async () => {
    const { tell, derive, handoff } = await withTicket({ escalatedAt: at('2025-02-10 09:00') });
    await tell(Event, { externalId: 'e', ...tagged('2025-02-11 09:01') });
    await derive();
    expect((await handoff('1')).escalationAt).toHaveLength(2);
  });

  test('seen in two tools within 24 hours is one, and the next ticket is the next', async () => {
    const { tell, won, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Ticket, { externalId: 't', accountExternalId: '1', escalatedAt: at('2025-02-10 09:00') });
    await tell(Event, { externalId: 'e', sourceId: 'desk', kind: 'escalated', at: at('2025-02-10 10:00'), accountExternalId: 'z' });
    await tell(AccountLink, { externalId: 'z', sourceId: 'desk', declaredId: '1' });
    await tell(Ticket, { externalId: 'u', accountExternalId: '1', escalatedAt: at('2025-02-10 11:00') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-10 09:00'), at('2025-02-10 11:00')]);
  });

  test('of two tickets of one tool within 24 hours is two', async () => {
    const { tell, derive, handoff } = await withTicket({ escalatedAt: at('2025-02-10 09:00') });
    await tell(Ticket, { externalId: 'u', accountExternalId: '1', escalatedAt: at('2025-02-10 11:00') });
    await derive();
    expect((await handoff('1')).escalationAt).toHaveLength(2);
  });

  test('is an urgent ticket from its start, unless somebody raised it', async () => {
    const { tell, derive, handoff } = await withTicket({ priority: 'urgent', openedAt: at('2025-02-10') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-10')]);
    await tell(Event, { externalId: 'e', ...tagged('2025-02-15') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-15')]);
  });

  test('is a task that says so, from when it was opened', async () => {
    const { tell, derive, handoff } = await withTicket();
    await tell(Task, { externalId: 'k', accountExternalId: '1', kind: 'escalated', startedAt: at('2025-02-10') });
    await derive();
    expect((await handoff('1')).escalationAt).toEqual([at('2025-02-10')]);
  });

  test('before the deal was won is in the timeline and in no count', async () => {
    const { derive, handoff, events } = await withTicket({ escalatedAt: at('2025-01-20') });
    await derive();
    expect(await events('escalated')).toHaveLength(1);
    expect((await handoff('1')).escalationAt).toEqual([]);
  });
});
