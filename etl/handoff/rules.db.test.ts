import { describe, expect, test } from 'vitest';
import { at, type Deriving, deriving } from '../../test/deriving.js';
import { Deal, DealStageChange, DefinitionVersion, Event, PipelineStage, Task, Ticket } from '../warehouse/index.js';
import { BUILT_IN_RULES, type Rules } from './rules.js';

let version = 1;

/** A new version of the definition with these rules, not yet applied. */
async function decide({ db, book }: Deriving, rules: Partial<Rules>): Promise<void> {
  version++;
  const { workspaceId } = book;
  const definition = { rules: { ...BUILT_IN_RULES, ...rules } };
  await db.getRepository(DefinitionVersion).insert({ workspaceId, version, definition, decidedAt: at('2025-06-01') });
}

async function oneHandoff(product?: string): Promise<Deriving> {
  const company = await deriving();
  await company.won('1', '2025-03-01', product === undefined ? {} : { dimensions: { product } });
  return company;
}

describe('won stages', () => {
  const stages = [
    { source: 'crm', pipeline: 'new', stage: 'signed', won: true },
    { source: 'crm', pipeline: 'new', stage: 'won', won: false },
  ];
  async function signedThenWon(told: Partial<Deal> = {}) {
    const company = await deriving();
    for (const [stage, won] of [
      ['signed', false],
      ['won', true],
    ] as const)
      await company.tell(PipelineStage, { externalId: stage, pipeline: 'new', stage, label: stage, won, closed: won });
    await company.tell(Deal, { externalId: '1', accountExternalId: 'a', pipeline: 'new', stage: 'signed', ...told });
    await company.tell(DealStageChange, { externalId: 's', dealExternalId: '1', stage: 'signed', enteredAt: at('2025-02-01') });
    return company;
  }

  test('a stage that a rule calls won wins the deal, whatever the CRM says', async () => {
    const company = await signedThenWon({ won: false });
    await company.derive();
    expect(await company.handoffs()).toEqual([]);
    await decide(company, { wonStages: stages });
    expect(await company.derive()).toMatchObject({ changed: 1 });
    expect((await company.handoff('1')).wonAt).toEqual(at('2025-02-01'));
  });

  test('a stage that a rule calls not won is none, whatever the CRM says', async () => {
    const company = await signedThenWon({ won: true, stage: 'won' });
    await company.tell(DealStageChange, { externalId: 'w', dealExternalId: '1', stage: 'won', enteredAt: at('2025-02-05'), won: true });
    await company.derive();
    expect((await company.handoff('1')).wonAt).toEqual(at('2025-02-05'));
    await decide(company, { wonStages: stages });
    await company.derive();
    expect(await company.handoffs()).toEqual([]);
  });

  test('a rule for another source or pipeline says nothing', async () => {
    const company = await signedThenWon({ won: false });
    await decide(company, {
      wonStages: [
        { source: 'other', pipeline: 'new', stage: 'signed', won: true },
        { source: 'crm', pipeline: 'old', stage: 'signed', won: true },
      ],
    });
    await company.derive();
    expect(await company.handoffs()).toEqual([]);
  });

  test('a rule reaches deals without a pipeline and stages nobody has described', async () => {
    const company = await deriving();
    await company.tell(Deal, { externalId: '1', accountExternalId: 'a', stage: 'Live', closedAt: at('2025-02-09') });
    await decide(company, { wonStages: [{ source: 'crm', pipeline: 'any', stage: 'Live', won: true }] });
    await company.derive();
    expect(await company.handoff('1')).toMatchObject({ wonAt: at('2025-02-09'), t0Source: 'close date' });
  });
});

describe('first value', () => {
  async function withEverything(product?: string) {
    const company = await oneHandoff(product);
    await company.tell(
      Event,
      { externalId: 'value', kind: 'first-value', at: at('2025-03-30'), dealExternalId: '1' },
      { externalId: 'kickoff', kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: '1' },
      { externalId: 'complete', kind: 'onboarding-completed', at: at('2025-03-20'), dealExternalId: '1' },
    );
    await company.tell(
      Task,
      { externalId: 'import', subject: 'First DATA import by the customer', doneAt: at('2025-03-12'), dealExternalId: '1' },
      { externalId: 'again', subject: 'Data import, again', doneAt: at('2025-03-14'), dealExternalId: '1' },
      { externalId: 'open', subject: 'data import', dealExternalId: '1' },
    );
    return company;
  }

  test.each([
    ['event', null, '2025-03-30'],
    ['kickoff-held', null, '2025-03-05'],
    ['onboarding-completed', null, '2025-03-20'],
    ['task', 'data import', '2025-03-12'],
  ] as const)('is what the rule says: %s', async (when, task, moment) => {
    const company = await withEverything();
    await decide(company, { firstValue: [{ product: null, when, task }] });
    await company.derive();
    expect((await company.handoff('1')).firstValueAt).toEqual(at(moment));
    expect(await company.events('first-value')).toMatchObject([{ at: at(moment), recordId: expect.any(String) }]);
  });

  test('is not there while what the rule waits for is not', async () => {
    const company = await withEverything();
    await decide(company, { firstValue: [{ product: null, when: 'task', task: 'go-live party' }] });
    await company.derive();
    expect((await company.handoff('1')).firstValueAt).toBeNull();
  });

  test.each([
    ['Payroll', '2025-03-05'],
    ['payroll', '2025-03-05'],
    ['Invoices', '2025-03-20'],
    [undefined, '2025-03-20'],
  ])('of the product %s follows the first rule that fits it', async (product, moment) => {
    const company = await withEverything(product);
    await decide(company, {
      firstValue: [
        { product: 'Payroll', when: 'kickoff-held', task: null },
        { product: null, when: 'onboarding-completed', task: null },
        { product: 'Invoices', when: 'event', task: null },
      ],
    });
    await company.derive();
    expect((await company.handoff('1')).firstValueAt).toEqual(at(moment));
  });

  test('of a product that no rule is for stays the event', async () => {
    const company = await withEverything('Invoices');
    await decide(company, { firstValue: [{ product: 'Payroll', when: 'kickoff-held', task: null }] });
    await company.derive();
    expect((await company.handoff('1')).firstValueAt).toEqual(at('2025-03-30'));
  });

  test('leaves no trace of the tasks it looked through', async () => {
    const company = await withEverything();
    await decide(company, { firstValue: [{ product: null, when: 'task', task: 'data import' }] });
    await company.derive();
    expect(await company.events('task-done')).toEqual([]);
  });
});

describe('escalations', () => {
  const none = { priorities: [], tags: [], tasks: false };

  test.each([
    ['a priority', { ...none, priorities: ['high'] }, ['2025-03-10']],
    ['a tag', { ...none, tags: ['angry'] }, ['2025-03-10']],
    ['nothing', none, []],
    ['tasks', { ...none, tasks: true }, ['2025-03-11']],
  ])('are told by %s where the rule says so', async (_, escalation, moments) => {
    const company = await oneHandoff();
    const ticket = { openedAt: at('2025-03-10'), accountExternalId: '1' };
    await company.tell(Ticket, { ...ticket, externalId: 't', priority: 'high', tags: ['angry', 'billing'] });
    await company.tell(Task, { externalId: 'e', kind: 'escalated', startedAt: at('2025-03-11'), dealExternalId: '1' });
    await decide(company, { escalation });
    await company.derive();
    expect((await company.handoff('1')).escalationAt).toEqual(moments.map(at));
  });

  test('of a ticket that was seen to be raised are from then, not from its opening', async () => {
    const company = await oneHandoff();
    await company.tell(Ticket, { externalId: 't', priority: 'high', openedAt: at('2025-03-10'), accountExternalId: '1' });
    await company.tell(Event, { externalId: 'r', kind: 'escalated', at: at('2025-03-15'), ticketExternalId: 't' });
    await decide(company, { escalation: { ...none, priorities: ['high'] } });
    await company.derive();
    expect((await company.handoff('1')).escalationAt).toEqual([at('2025-03-15')]);
  });
});

test('a ticket with a tag for it reports repeated information', async () => {
  const company = await oneHandoff();
  await company.tell(Ticket, { externalId: 't', tags: ['told-twice'], openedAt: at('2025-03-10'), accountExternalId: '1' });
  await company.derive();
  expect((await company.handoff('1')).repeatAt).toEqual([]);
  await decide(company, { repeat: { ...BUILT_IN_RULES.repeat, tags: ['told-twice'] } });
  await company.derive();
  expect(await company.handoff('1')).toMatchObject({ repeatAt: [at('2025-03-10')], repeatTier: ['reported'] });
});

describe('new rules', () => {
  test('reach every handoff once, and the version is then applied', async () => {
    const company = await deriving();
    for (const id of ['1', '2', '3']) {
      await company.won(id, '2025-03-01');
      await company.tell(Event, { externalId: `k${id}`, kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: id });
    }
    await company.derive();
    await decide(company, { firstValue: [{ product: null, when: 'kickoff-held', task: null }] });
    expect(await company.derive()).toEqual({ accounts: 3, changed: 3 });
    expect(await company.derive()).toEqual({ accounts: 0, changed: 0 });
    const { workspaceId } = company.book;
    expect(await company.db.getRepository(DefinitionVersion).findOneBy({ workspaceId })).toMatchObject({ appliedAt: expect.any(Date) });
  });

  test('that a crash interrupted are taken up where they were left', async () => {
    const company = await deriving();
    const ids = ['1', '2', '3'];
    for (const id of ids) {
      await company.won(id, '2025-03-01');
      await company.tell(Event, { externalId: `k${id}`, kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: id });
    }
    await company.derive();
    await decide(company, { firstValue: [{ product: null, when: 'kickoff-held', task: null }] });
    const { workspaceId } = company.book;
    const accounts = (await company.accounts()).map(({ id }) => id).sort();
    await company.db.getRepository(DefinitionVersion).update({ workspaceId }, { appliedThrough: accounts[0] ?? null });
    expect(await company.derive()).toEqual({ accounts: 2, changed: 2 });
  });

  test('hold for what is read later', async () => {
    const company = await deriving();
    await decide(company, { firstValue: [{ product: null, when: 'kickoff-held', task: null }] });
    await company.derive();
    await company.won('1', '2025-03-01');
    await company.tell(Event, { externalId: 'k', kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: '1' });
    await company.derive();
    expect((await company.handoff('1')).firstValueAt).toEqual(at('2025-03-05'));
  });
});
