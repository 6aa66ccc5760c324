import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Deal, DealStageChange, Event, PipelineStage } from '../warehouse/index.js';

async function withHistory(entries: [stage: string, moment: string][], told: Partial<Deal> = {}) {
  const company = await deriving();
  await company.tell(AccountLink, { externalId: 'a', name: 'Acme' });
  for (const [stage, won] of [
    ['lead', false],
    ['won', true],
    ['kept', true],
    ['lost', false],
  ] as const) {
    await company.tell(PipelineStage, { externalId: stage, pipeline: 'new', stage, label: stage, won, closed: stage !== 'lead' });
  }
  await company.tell(Deal, { externalId: '1', accountExternalId: 'a', pipeline: 'new', stage: entries.at(-1)?.[0] ?? 'won', ...told });
  for (const [index, [stage, moment]] of entries.entries()) {
    await company.tell(DealStageChange, { externalId: `h${index}`, dealExternalId: '1', stage, enteredAt: at(moment) });
  }
  await company.derive();
  return company;
}

test('t0 is the first entry into a won stage, whatever the close date says', async () => {
  const { handoff } = await withHistory(
    [
      ['lead', '2025-01-01'],
      ['won', '2025-02-01'],
      ['kept', '2025-03-01'],
    ],
    { closedAt: at('2025-01-15') },
  );
  expect(await handoff('1')).toMatchObject({ wonAt: at('2025-02-01'), t0Source: 'stage history' });
});

test.each([
  ['14 days', '2025-02-24 12:00', '2025-02-01'],
  ['a minute more than 14 days', '2025-02-24 12:01', '2025-02-24 12:01'],
])('a deal reopened for %s and won again', async (_, again, t0) => {
  const { handoff } = await withHistory([
    ['won', '2025-02-01'],
    ['lead', '2025-02-10'],
    ['won', again],
  ]);
  expect((await handoff('1')).wonAt).toEqual(at(t0));
});

test('two short reopenings keep the first t0', async () => {
  const { handoff } = await withHistory([
    ['won', '2025-02-01'],
    ['lead', '2025-02-10'],
    ['won', '2025-02-20'],
    ['lead', '2025-03-10'],
    ['won', '2025-03-20'],
  ]);
  expect((await handoff('1')).wonAt).toEqual(at('2025-02-01'));
});

test('a deal out of the won stages for good is no handoff', async () => {
  const { handoffs, excluded } = await withHistory([
    ['won', '2025-02-01'],
    ['lost', '2025-02-03'],
  ]);
  expect(await handoffs()).toEqual([]);
  expect(await excluded()).toEqual([]);
});

test('without history the close date counts, and says so', async () => {
  const { handoff } = await withHistory([], { closedAt: at('2025-01-15') });
  expect(await handoff('1')).toMatchObject({ wonAt: at('2025-01-15'), t0Source: 'close date' });
});

test('a won deal without any date is excluded, not dated', async () => {
  const { handoffs, excluded } = await withHistory([]);
  expect(await handoffs()).toEqual([]);
  expect(await excluded()).toMatchObject([{ reason: 'no date of winning', wonAt: null }]);
});

test.each(['renewal', 'expansion'])('a won %s is excluded by that rule', async (kind) => {
  const { handoffs, excluded } = await withHistory([['won', '2025-02-01']], { kind });
  expect(await handoffs()).toEqual([]);
  expect(await excluded()).toMatchObject([{ dealExternalId: '1', reason: kind, wonAt: at('2025-02-01') }]);
});

test('a renewal that is not won is not listed', async () => {
  const { excluded } = await withHistory([['lead', '2025-02-01']], { kind: 'renewal' });
  expect(await excluded()).toEqual([]);
});

test('a deleted deal is listed as excluded when it was won', async () => {
  const { handoffs, excluded } = await withHistory([['won', '2025-02-01']], { deletedAt: at('2025-02-05') });
  expect(await handoffs()).toEqual([]);
  expect(await excluded()).toMatchObject([{ reason: 'deleted' }]);
});

test('a merged deal is excluded and what happened to it belongs to the other', async () => {
  const { won, tell, derive, handoffs, excluded, handoff } = await deriving();
  await won('1', '2025-02-01');
  await won('2', '2025-02-03');
  await tell(Event, { externalId: 'k', kind: 'kickoff-held', at: at('2025-02-09'), dealExternalId: '1' });
  await derive();
  // A merge rewrites the loser's row under the winner's record.
  await tell(Deal, { externalId: '1', mergedInto: '2', recordId: '2', won: true });
  await derive();
  expect((await handoffs()).map(({ id }) => id)).toEqual(['crm:2']);
  expect(await excluded()).toMatchObject([{ dealExternalId: '1', reason: 'merged into another deal' }]);
  expect((await handoff('2')).kickoffAt).toEqual(at('2025-02-09'));
});

test('a stage that turns out to be won makes handoffs of the deals in it', async () => {
  const { tell, derive, handoffs } = await withHistory([['lead', '2025-02-01']]);
  expect(await handoffs()).toEqual([]);
  await tell(PipelineStage, { externalId: 'lead', pipeline: 'new', stage: 'lead', label: 'lead', won: true, closed: true });
  await derive();
  expect(await handoffs()).toMatchObject([{ id: 'crm:1', wonAt: at('2025-02-01') }]);
});

test('a deal without a company is a handoff of an account of its own', async () => {
  const { handoffs, accounts } = await withHistory([['won', '2025-02-01']], { accountExternalId: null, name: 'Lone deal' });
  const [handoff] = await handoffs();
  expect(handoff).toMatchObject({ id: 'crm:1', accountName: 'Lone deal' });
  expect((await accounts()).map(({ id }) => id)).toContain(handoff?.accountId);
});

test('deals of a company that no source describes share an account', async () => {
  const { tell, derive, handoffs } = await withHistory([['won', '2025-02-01']], { accountExternalId: 'unread' });
  await tell(Deal, { externalId: '2', accountExternalId: 'unread', won: true, closedAt: at('2025-03-01') });
  await derive();
  const [one, two] = await handoffs();
  expect(one?.accountId).toBe(two?.accountId);
  expect(one?.accountName).toBe('unread');
});
