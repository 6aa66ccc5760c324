import { describe, expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { Event, Message, Subscription, Task, Ticket } from '../warehouse/index.js';

describe('onboarding', () => {
  const task = (externalId: string, told: Partial<Task> = {}) => ({ externalId, dealExternalId: '1', required: true, ...told });

  test('is complete with the last of its required tasks', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(
      Task,
      task('a', { doneAt: at('2025-02-10') }),
      task('b', { doneAt: at('2025-02-08') }),
      task('c', { cancelledAt: at('2025-02-02') }),
    );
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-10'));
  });

  test('is not complete while one is open', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Task, task('a', { doneAt: at('2025-02-10') }), task('b'));
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toBeNull();
    await tell(Task, task('b', { dealExternalId: 'another' }));
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-10'));
  });

  test('is not complete where nothing is required', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Task, task('a', { required: false, doneAt: at('2025-02-10') }));
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toBeNull();
  });

  test('is complete when the source declares it, or by its tasks where these were done before', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Task, task('a', { doneAt: at('2025-02-10') }));
    const declared = { externalId: 'e', kind: 'onboarding-completed', dealExternalId: '1' };
    await tell(Event, { ...declared, at: at('2025-02-20') });
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-10'));
    await tell(Event, { ...declared, at: at('2025-02-08') });
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-08'));
  });

  test('stays complete when a task is added weeks later, and waits for one that is added within a day', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(
      Task,
      task('a', { startedAt: at('2025-02-01'), doneAt: at('2025-02-10') }),
      task('b', { startedAt: at('2025-02-10 18:00'), doneAt: at('2025-02-12') }),
      task('later', { startedAt: at('2025-03-20') }),
    );
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-12'));
  });

  test('is complete once the last open task is called off, and never by calling off alone', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Task, task('b', { cancelledAt: at('2025-02-20') }));
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toBeNull();
    await tell(Task, task('a', { doneAt: at('2025-02-10') }));
    await derive();
    expect((await handoff('1')).onboardingCompletedAt).toEqual(at('2025-02-20'));
  });
});

describe('the end of a subscription', () => {
  const subscription = (externalId: string, told: Partial<Subscription>) => ({ externalId, accountExternalId: '1', ...told });

  test('is the end of service', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(Subscription, subscription('s', { noticeAt: at('2025-03-01'), endedAt: at('2025-04-01') }));
    await derive();
    expect(await handoff('1')).toMatchObject({ noticeAt: at('2025-03-01'), churnedAt: at('2025-04-01') });
  });

  test('is a change of plan when another follows or outlasts it', async () => {
    const { won, tell, derive, handoff } = await deriving();
    await won('1', '2025-02-01');
    await tell(
      Subscription,
      subscription('s', { startedAt: at('2025-02-01'), endedAt: at('2025-04-01') }),
      subscription('t', { startedAt: at('2025-04-02') }),
    );
    await derive();
    expect((await handoff('1')).churnedAt).toBeNull();
  });
});

describe('a welcome', () => {
  async function withMessage(body: string) {
    const company = await deriving();
    await company.won('1', '2025-02-01');
    await company.tell(Ticket, { externalId: 't', accountExternalId: '1' });
    await company.tell(Message, {
      externalId: 'm',
      ticketExternalId: 't',
      fromCustomer: false,
      visible: true,
      sentAt: at('2025-02-02'),
      body,
    });
    return company;
  }
  const LONG = 'Welcome aboard! I am Ann and I will guide you through the first weeks.';

  test('is our first message that says something', async () => {
    const { derive, handoff } = await withMessage(LONG);
    await derive();
    expect((await handoff('1')).welcomeAt).toEqual(at('2025-02-02'));
  });

  test('is not "Thanks!"', async () => {
    const { derive, handoff } = await withMessage('Thanks!');
    await derive();
    expect((await handoff('1')).welcomeAt).toBeNull();
  });

  test.each([
    ['2025-02-01 18:00', '2025-02-01 18:00'],
    ['2025-02-03', '2025-02-02'],
  ])('is what comes first: a task done at %s beside a message of 2 February makes it %s', async (doneAt, expected) => {
    const { tell, derive, handoff } = await withMessage(LONG);
    await tell(Task, { externalId: 'w', dealExternalId: '1', kind: 'welcome-sent', doneAt: at(doneAt) });
    await derive();
    expect((await handoff('1')).welcomeAt).toEqual(at(expected));
  });
});
