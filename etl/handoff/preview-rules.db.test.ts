import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { DealStageChange, Event, HandoffEvent, PipelineStage } from '../warehouse/index.js';
import { previewChanges } from './preview-changes.js';
import { previewRules } from './preview-rules.js';
import { BUILT_IN_RULES, type Rules } from './rules.js';

const KICKOFF_IS_VALUE: Rules = { ...BUILT_IN_RULES, firstValue: [{ product: null, when: 'kickoff-held', task: null }] };

async function threeHandoffs() {
  const company = await deriving();
  for (const id of ['1', '2', '3']) {
    await company.won(id, '2025-03-01', { pipeline: 'new' });
    await company.tell(Event, { externalId: `k${id}`, kind: 'kickoff-held', at: at('2025-03-05'), dealExternalId: id });
  }
  await company.tell(PipelineStage, { externalId: 's', pipeline: 'new', stage: 'signed', label: 'Signed', won: false, closed: false });
  await company.tell(DealStageChange, {
    externalId: 'early',
    dealExternalId: '1',
    stage: 'signed',
    enteredAt: at('2025-02-01'),
    won: false,
  });
  await company.derive();
  const { db, book } = company;
  const preview = (rules: Rules, mostAccounts = 100) =>
    previewRules(db, { workspaceId: book.workspaceId, rules, mostAccounts }, async (runner, drawn) => ({
      drawn,
      ...(await previewChanges(runner, book.workspaceId, 10)),
    }));
  return { company, preview };
}

const NOTHING = { handoffs: 3, come: 0, go: 0, t0: 0, firstValue: 0, escalations: 0, repeats: 0, knowledgeTransfer: 0 };

test('the rules in force change nothing', async () => {
  const { preview } = await threeHandoffs();
  expect(await preview(BUILT_IN_RULES)).toEqual({ drawn: { accounts: 3, ofAccounts: 3 }, counts: NOTHING, moved: [] });
});

test('other rules are counted by what they change', async () => {
  const { preview } = await threeHandoffs();
  expect((await preview(KICKOFF_IS_VALUE)).counts).toEqual({ ...NOTHING, firstValue: 3 });
});

test('handoffs with another t0 and those that go are named', async () => {
  const { preview } = await threeHandoffs();
  const signed = { source: 'crm', pipeline: 'new', stage: 'signed', won: true };
  expect(await preview({ ...BUILT_IN_RULES, wonStages: [signed] })).toMatchObject({
    counts: { t0: 1, go: 0 },
    moved: [{ id: 'crm:1', wonBefore: at('2025-03-01'), wonAfter: at('2025-02-01') }],
  });
  const { counts, moved } = await preview({ ...BUILT_IN_RULES, wonStages: [{ ...signed, stage: 'won', won: false }] });
  expect(counts).toMatchObject({ go: 3, come: 0 });
  expect(moved.map(({ wonAfter }) => wonAfter)).toEqual([null, null, null]);
});

test('of a large workspace always the same accounts are drawn', async () => {
  const { preview } = await threeHandoffs();
  const [one, two] = [await preview(KICKOFF_IS_VALUE, 2), await preview(KICKOFF_IS_VALUE, 2)];
  expect(one).toMatchObject({ drawn: { accounts: 2, ofAccounts: 3 }, counts: { handoffs: 2, firstValue: 2 } });
  expect(two).toEqual(one);
});

test('nothing is written, and nothing could be', async () => {
  const { company, preview } = await threeHandoffs();
  const { db, book } = company;
  const before = await company.handoffs();
  await preview(KICKOFF_IS_VALUE);
  expect(await company.handoffs()).toEqual(before);
  expect(await company.revision()).toBe(1);
  const wanted = { workspaceId: book.workspaceId, rules: KICKOFF_IS_VALUE, mostAccounts: 100 };
  const writing = previewRules(db, wanted, (runner) => runner.manager.delete(HandoffEvent, { workspaceId: book.workspaceId }));
  await expect(writing).rejects.toThrow('cannot execute DELETE in a read-only transaction');
  expect(await company.derive()).toEqual({ accounts: 0, changed: 0 });
});
