import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as they come.
type Any = any;

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
  // The sample company has decided once; here nothing has been decided yet.
  await server.db.query('delete from definition_version');
});
afterAll(() => server.close());

const read = async (): Promise<Any> => (await server.agent.get('/api/definition').expect(200)).body;
const preview = async (definition: Any): Promise<Any> =>
  (await server.agent.post('/api/definition/preview').send({ definition }).expect(200)).body;
const decide = (body: object) => server.agent.put('/api/definition').send(body);

/** Decides and waits until all handoffs follow. */
async function decided(definition: Any, note: string): Promise<Any> {
  const { version } = await read();
  const { body } = await decide({ from: version, definition, note, by: 'Rita' }).expect(200);
  await applied();
  return body;
}

const applied = () => expect.poll(async () => (await read()).versions[0].applied, { timeout: 50_000, interval: 200 }).toBe(true);

const kpis = async (query = ''): Promise<Any> => (await server.agent.get(`/api/kpi${query}`).expect(200)).body;
const kpi = (answers: Any, id: string) => answers.kpis.find((one: Any) => one.kpi.id === id);

describe('a target', () => {
  test('is changed with a note, marked on the trends it touches, and the old numbers stay to be asked', async () => {
    const before = await kpis();
    const { definition, version } = await read();
    definition.kpiTargets['time-to-first-value'].enterprise = 40;
    definition.targets['first-value'].enterprise = 40 * 24;
    const tried = await preview(definition);
    expect(tried).toMatchObject({ from: version, handoffs: null, sample: null });
    expect(tried.changes).toContainEqual(expect.stringMatching(/^First value target, enterprise: \d+ to 40 days$/));

    const saved = await decided(definition, 'Enterprise goes live faster since spring');
    expect(saved).toMatchObject({ version: version + 1, changes: tried.changes, warnings: [] });
    const after = await kpis();
    expect(after.scope).toMatchObject({ definition: version + 1, note: null });
    for (const { kpi: one, year } of tried.kpis) expect(kpi(after, one.id).measure).toEqual(year.after);
    expect(kpi(after, 'time-to-first-value').markers.at(-1)).toEqual({
      ...{ version: version + 1, on: '2026-10-05', note: 'Enterprise goes live faster since spring' },
      changes: saved.changes,
    });
    expect(kpi(after, 'churn-90d').markers).toEqual(kpi(before, 'churn-90d').markers);
    const old = await kpis(`?definition=${version}`);
    expect(old.scope).toMatchObject({ definition: version, note: null });
    for (const one of old.kpis) expect(one.measure).toEqual(kpi(before, one.kpi.id).measure);
  });

  test('has who, when and why in the history', async () => {
    const { versions, version } = await read();
    expect(versions[0]).toMatchObject({ version, decidedBy: 'Rita', note: 'Enterprise goes live faster since spring', applied: true });
    expect(versions.at(-1)).toMatchObject({ version: 1, decidedAt: null, decidedBy: null, changes: [] });
  });
});

describe('rules', () => {
  test('change what the preview said, exactly', async () => {
    const { definition, choices } = await read();
    const before = await kpis();
    definition.rules.firstValue = [{ product: null, when: 'onboarding-completed', task: null }];
    definition.rules.escalation = { priorities: [], tags: [], tasks: false };
    const tried = await preview(definition);
    expect(choices.stages.length).toBeGreaterThan(0);
    expect(tried.sample).toBeNull();
    expect(tried.handoffs.firstValue).toBeGreaterThan(0);
    for (const { kpi: one, year } of tried.kpis) expect(year.before).toEqual(kpi(before, one.id).measure);
    expect((await kpis()).kpis).toEqual(before.kpis);

    const { version } = await decided(definition, 'Value is onboarding done');
    const after = await kpis();
    for (const { kpi: one, year, details } of tried.kpis) {
      expect(kpi(after, one.id).measure).toEqual(year.after);
      for (const detail of details)
        expect(kpi(after, one.id).details.find(({ id }: Any) => id === detail.id).measure).toEqual(detail.after);
    }
    expect(kpi(after, 'time-to-first-value').measure).not.toEqual(kpi(before, 'time-to-first-value').measure);
    expect(kpi(after, 'escalations').markers.at(-1)).toMatchObject({
      version,
      changes: ['Priorities that are escalations: now without "urgent"', 'Escalation tasks: do not count'],
    });
    const mixed = await kpis(`?definition=${version - 1}`);
    expect(mixed.scope.note).toContain(
      `Counted by version ${version - 1}, but the handoffs are derived by the rules of version ${version}`,
    );
  });

  test('that call another stage won move t0, and handoffs come or go as the preview said', async () => {
    const { definition, choices } = await read();
    const before = await kpis();
    const sent = choices.stages.find(({ stage }: Any) => stage === 'contractsent');
    expect(sent).toMatchObject({ source: 'hubspot', label: 'Contract sent', won: false });
    const { source, pipeline, stage } = sent;
    definition.rules.wonStages = [{ source, pipeline, stage, won: true }];
    const tried = await preview(definition);
    expect(tried.handoffs.t0).toBeGreaterThan(0);
    expect(tried.handoffs.come).toBeGreaterThan(0);
    expect((await kpis()).kpis).toEqual(before.kpis);

    const standing = new Set((await server.db.query('select id from handoff where removed_at is null')).map(({ id }: Any) => id));
    await decided(definition, 'A contract that is out is as good as signed');
    const after = await kpis();
    for (const { kpi: one, year } of tried.kpis) expect(kpi(after, one.id).measure).toEqual(year.after);
    const rows = await server.db.query('select id, won_at as "wonAt" from handoff where removed_at is null');
    const wonAt = new Map<string, Date>(rows.map((row: Any) => [row.id, row.wonAt]));
    expect(rows.filter(({ id }: Any) => !standing.has(id))).toHaveLength(tried.handoffs.come);
    for (const { id, wonAfter } of tried.handoffs.moved) expect(wonAt.get(id)?.toISOString() ?? null).toBe(wonAfter);
  });

  test('of an older version are restored', async () => {
    const { version } = await read();
    const { body } = await server.agent.post('/api/definition/1/restore').send({ from: version, note: 'Back to the seed' }).expect(200);
    expect(body.version).toBe(version + 1);
    await applied();
    const [asBuiltIn, restored] = [await kpis('?definition=1'), await kpis()];
    expect(asBuiltIn.scope.note).toBeNull();
    for (const one of restored.kpis) expect(one.measure).toEqual(kpi(asBuiltIn, one.kpi.id).measure);
  });
});

describe('refused is', () => {
  test('what was edited from an older version', async () => {
    const { definition, version } = await read();
    definition.windows.csatDays = 10;
    const { body } = await decide({ from: version - 1, definition, note: 'late' }).expect(409);
    expect(body.detail).toContain(`Version ${version} has been decided since version ${version - 1} was opened`);
  });

  test('what changes nothing', async () => {
    const { definition, version } = await read();
    await decide({ from: version, definition, note: 'nothing at all' }).expect(409);
  });

  test('a decision without a reason', async () => {
    const { definition, version } = await read();
    definition.windows.csatDays = 10;
    await decide({ from: version, definition, note: ' ' }).expect(400);
  });

  test('a version that there is not', async () => {
    await server.agent.post('/api/definition/99/restore').send({ from: 1, note: 'back' }).expect(404);
  });

  test.each<[string, (definition: Any) => void, string]>([
    ['an unknown clock', (d) => (d.targets.coffee = { standard: 1, enterprise: 1 }), 'there is no clock "coffee"; there are owner-named'],
    ['a target below 0', (d) => (d.targets.kickoff.standard = -1), 'targets.kickoff.standard: must not be below 0 hours'],
    ['a target of more than a year', (d) => (d.targets.kickoff.standard = 9_000), 'must not be beyond 365 days'],
    ['a window of more than a year', (d) => (d.windows.churnDays = 366), 'windows.churnDays: must not be beyond 365 days'],
    ['a day that ends before it starts', (d) => (d.calendar.to = '08:00'), 'the working day must end after it starts at 09:00'],
    ['a zone nobody knows', (d) => (d.calendar.timeZone = 'Mars/Olympus'), 'nobody knows the time zone "Mars/Olympus"'],
    ['a country nobody knows', (d) => (d.calendar.country = 'XX'), 'the public holidays of "XX" are not known'],
    ['a week without work', (d) => (d.calendar.days = []), 'calendar.days: must have at least one day'],
    ['a phrase that fits everything', (d) => (d.rules.repeat.phrases = ['* * *']), 'fits almost every message'],
    [
      'weights of nothing',
      (d) => (d.health = Object.fromEntries(Object.keys(d.health).map((part) => [part, 0]))),
      'at least one weight above 0',
    ],
    ['a target of no KPI', (d) => (d.kpiTargets.luck = { all: 1 }), 'kpiTargets.luck: there is no such KPI'],
    ['a share above 1', (d) => (d.kpiTargets['churn-90d'] = { all: 5 }), 'write 0.9 for 90 %'],
    ['a task without words', (d) => (d.rules.firstValue[0].when = 'task'), 'must say which words the task has'],
    [
      'first value for some products only',
      (d) => (d.rules.firstValue[0].product = 'Payroll'),
      'must end with a rule for all other products',
    ],
  ])('%s', async (_, change, words) => {
    const { definition, version } = await read();
    change(definition);
    const { body } = await decide({ from: version, definition, note: 'wrong' }).expect(400);
    expect(body.detail).toContain(words);
    await server.agent.post('/api/definition/preview').send({ definition }).expect(400);
  });

  test('not a won stage that no source has: that is said', async () => {
    const { definition, version } = await read();
    definition.rules.wonStages = [{ source: 'nowhere', pipeline: 'new', stage: 'Signed', won: true }];
    const { body } = await decide({ from: version, definition, note: 'comes next month' }).expect(200);
    await applied();
    expect(body.warnings).toEqual(['No source has a stage "Signed" in the pipeline "new" of "nowhere".']);
  });

  test('everything to those who are not signed in', async () => {
    await server.stranger.get('/api/definition').expect(401);
    await server.stranger.put('/api/definition').send({}).expect(401);
  });
});
