import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { type GivenHandoff, KnownHandoffs } from '../../test/known-handoffs.js';
import { Snapshots } from '../handoff/snapshots.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { atRisk } from './at-risk.js';
import { type RiskQuery, riskQuery } from './risk.schema.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

/** Everything that can stop a clock has stopped it in time; what a test leaves out is missing. */
function onTime(id: string, wonDaysAgo: number, but: Partial<GivenHandoff> = {}): GivenHandoff {
  const at = daysAgo(wonDaysAgo);
  const after = (days: number) => new Date(at.getTime() + days * 86_400_000);
  const early = { ownerNamedAt: at, welcomeAt: at, nextStepsAt: at, internalMeetingAt: after(1), knowledgeTransferAt: after(1) };
  return { id, wonAt: at, ...early, kickoffAt: after(2), contactAt: [after(3), after(6), after(9), after(12)], ...but };
}

type Asked = Partial<Omit<RiskQuery, 'asOf'>> & { asOf?: Date; visibility?: Visibility };

async function company(...handoffs: GivenHandoff[]) {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: NOW });
  const workspace = await db.getRepository(Workspace).findOneByOrFail({ id });
  const known = new KnownHandoffs(db, id);
  await known.readThrough(NOW);
  if (handoffs.length) await known.won(...handoffs);
  const snapshots = new Snapshots(db);
  const ask = ({ asOf = NOW, visibility = EVERYTHING, ...query }: Asked = {}) =>
    atRisk({ db, snapshots, now: NOW, visibility }, workspace, { ...riskQuery.parse({}), asOf: asOf.toISOString(), ...query });
  const ids = async (asked: Asked = {}) => (await ask(asked)).items.map(({ handoffId }) => handoffId);
  return { db, workspace, known, ask, ids };
}

test('nothing is at risk in an empty workspace, and it says what was looked at', async () => {
  const { ask } = await company();
  expect(await ask()).toMatchObject({
    total: 0,
    accounts: 0,
    items: [],
    amounts: [],
    csms: [],
    next: null,
    considered: { openCount: 0, olderCount: 0 },
  });
});

test('a late kickoff is a risk, with its reason, the record behind it and the next clock to break', async () => {
  const { ask } = await company(
    onTime('late', 19, { kickoffAt: null, amount: '9000', currency: 'EUR', ownerName: 'Rep', csmName: 'Cora' }),
  );
  const { items, amounts, total } = await ask();
  expect({ total, amounts }).toMatchObject({ total: 1, amounts: [{ currency: 'EUR', amount: 9000, count: 1 }] });
  expect(items[0]).toMatchObject({ handoffId: 'late', owner: 'Rep', csm: 'Cora', amountAtRisk: 9000, amountKind: 'amount' });
  const [kickoff, onboarding] = items[0]?.reasons ?? [];
  expect(kickoff).toMatchObject({
    words: 'No kickoff call after 19 days (target 14)',
    clock: { id: 'kickoff', state: 'breached', running: true },
    record: { sourceName: 'Our CRM', stream: 'deals', recordId: 'late', url: 'https://crm.example/deals/late', deleted: false },
    recordLabel: 'Deal won',
  });
  expect(onboarding).toMatchObject({ words: 'Onboarding not complete after 19 days (target 21)', clock: { state: 'at risk' } });
  expect(items[0]?.next).toMatchObject({ id: 'onboarding', dueAt: new Date(daysAgo(19).getTime() + 21 * 86_400_000).toISOString() });
});

test('only open handoffs with a clock that runs are listed', async () => {
  const done = { onboardingCompletedAt: daysAgo(30), firstValueAt: daysAgo(29) };
  const { ids, ask } = await company(
    onTime('calm', 3, { contactAt: [daysAgo(1)] }),
    onTime('late', 40),
    onTime('done', 60, done),
    onTime('onboarded, without value', 61, { onboardingCompletedAt: daysAgo(59) }),
    onTime('left', 40, { churnedAt: daysAgo(5) }),
    onTime('removed', 40, { removedAt: daysAgo(1) }),
    onTime('old', 181),
    onTime('old and done', 200, done),
    onTime('won later', -1),
  );
  expect((await ids()).sort()).toEqual(['late', 'onboarded, without value']);
  expect((await ask()).considered).toMatchObject({
    openCount: 3,
    olderCount: 1,
    words: expect.stringContaining('1 older open one is not looked at'),
  });
});

test('asked about an earlier moment, what came later is not known', async () => {
  const { ids } = await company(onTime('left later', 40, { churnedAt: daysAgo(5) }), onTime('late only now', 18));
  expect(await ids({ asOf: daysAgo(6) })).toEqual(['left later']);
  expect(await ids({ asOf: daysAgo(39) })).toEqual([]);
  expect((await ids()).sort()).toEqual(['late only now']);
});

test('what was not read is not called missing', async () => {
  const { ids, ask, known } = await company(onTime('won', 10, { ownerNamedAt: null }));
  await known.readThrough(daysAgo(11));
  expect(await ids()).toEqual([]);
  await known.readThrough(null);
  expect((await ask()).considered).toMatchObject({ openCount: 0, words: expect.stringContaining('no source has been read through') });
});

test('the most money comes first, unknown amounts last, and pages follow one another without gap or repeat', async () => {
  const amounts = ['100', null, '300', '300', null, '5', '70'];
  const { ids, ask } = await company(...amounts.map((arr, i) => onTime(`h${i}`, 40, { arr, amount: '1' })), onTime('none', 41));
  const all = ['h2', 'h3', 'h0', 'h6', 'h5', 'h1', 'h4', 'none'];
  expect(await ids()).toEqual(all);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await ask({ limit: 3, ...(after && { after }) });
    seen.push(...page.items.map(({ handoffId }) => handoffId));
    expect(page.total).toBe(8);
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(all);
  expect(await ask()).toMatchObject({
    amounts: [{ currency: null, amount: 777, count: 7, expectedLoss: null, weighedCount: 0 }],
    withoutAmount: 1,
  });
});

test('amounts of different currencies are not added', async () => {
  const [a, b, c] = [
    { arr: '10', currency: 'EUR' },
    { arr: '20', currency: 'EUR' },
    { arr: '5', currency: 'USD' },
  ];
  const { ask } = await company(onTime('a', 40, a), onTime('b', 40, b), onTime('c', 40, c));
  expect((await ask()).amounts).toMatchObject([
    { currency: 'EUR', amount: 30, count: 2 },
    { currency: 'USD', amount: 5, count: 1 },
  ]);
});

test('two handoffs of one account are one account', async () => {
  const { ask } = await company(onTime('a', 40, { accountName: 'Acme' }), onTime('b', 41, { accountName: 'Acme' }));
  expect(await ask()).toMatchObject({ total: 2, accounts: 1 });
});

test('the list can be cut to a CSM or any dimension, while every CSM stays counted', async () => {
  const { ask, ids } = await company(
    onTime('a', 40, { csmName: 'Cora', dimensions: { region: 'EMEA' } }),
    onTime('b', 40, { csmName: 'Cora', dimensions: { region: 'AMER' } }),
    onTime('c', 40, { csmName: null, segment: 'enterprise', knowledgeTransferAt: null }),
  );
  expect(await ids({ csm: 'Cora' })).toEqual(['a', 'b']);
  expect(await ids({ csm: '' })).toEqual(['c']);
  expect(await ids({ filter: ['region:EMEA', 'region:AMER'] })).toEqual(['a', 'b']);
  expect(await ids({ filter: ['region:'] })).toEqual(['c']);
  expect(await ids({ filter: ['segment:enterprise'] })).toEqual(['c']);
  expect((await ask({ csm: 'Cora' })).csms).toEqual([
    { name: 'Cora', count: 2 },
    { name: null, count: 1 },
  ]);
  await expect(ids({ filter: ['regoin:EMEA'] })).rejects.toThrow('there is no dimension "regoin"');
  await expect(ids({ after: 'nonsense' })).rejects.toThrow('give the `next` of the page before');
});

test('a clock that nothing ever stops is not measured, and the answer says so', async () => {
  const silent = Array.from({ length: 30 }, (_, i) => onTime(`h${i}`, 40, { welcomeAt: null, kickoffAt: null }));
  const { ask, known } = await company(...silent);
  expect((await ask()).considered).toMatchObject({
    unmeasured: expect.arrayContaining(['Welcome', 'Kickoff call', 'Onboarding', 'First value', 'Sections of the brief']),
  });
  expect((await ask()).total).toBe(0);
  await known.won(onTime('kicked off', 40));
  expect((await ask({ limit: 1 })).items[0]?.reasons.map(({ clock }) => clock?.id)).toEqual(['kickoff', 'welcome']);
});

test('silence points to the last contact, a promise gap to where it was found', async () => {
  const gap = { promiseGapAt: daysAgo(5), contactAt: [daysAgo(8)] };
  const { ask, known } = await company(onTime('gap', 9, { ...gap, welcomeAt: null }));
  await known.happened(
    { handoffId: 'gap', kind: 'contact-made', at: daysAgo(8), recordId: 'call' },
    { handoffId: 'gap', kind: 'promise-gap-found', at: daysAgo(5), recordId: 'note' },
  );
  const reasons = (await ask()).items[0]?.reasons ?? [];
  const behind = Object.fromEntries(reasons.map(({ clock, record }) => [clock?.id, record?.recordId]));
  expect(behind).toEqual({ 'quiet-period': 'call', 'promise-conversation': 'note', welcome: 'gap' });
});

test('another workspace is never seen', async () => {
  const { db, ask } = await company(onTime('ours', 40));
  const other = randomUUID();
  await db.getRepository(Workspace).insert({ id: other, name: 'Other', timeZone: 'UTC', currency: 'EUR', createdAt: NOW });
  const theirs = new KnownHandoffs(db, other);
  await theirs.readThrough(NOW);
  await theirs.won(onTime('theirs', 40), onTime('ours', 40, { kickoffAt: null }));
  expect(await ask()).toMatchObject({
    total: 1,
    items: [{ handoffId: 'ours', reasons: [{ clock: { id: 'first-value' } }, { clock: { id: 'onboarding' } }] }],
  });
});
