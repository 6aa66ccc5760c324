import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DefinitionVersion } from '../etl/warehouse/index.js';
import type { RepeatAnswer, RepeatCoverage, RepeatEpisode, TryAnswer } from '../server/repeat/repeat.schema.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.close());

const list = async (query = ''): Promise<RepeatAnswer> => (await server.agent.get(`/api/repeat?${query}`).expect(200)).body;
const all = async (query = ''): Promise<RepeatEpisode[]> => {
  const items: RepeatEpisode[] = [];
  for (let after = ''; ; ) {
    const page = await list(`limit=100&${query}${after}`);
    items.push(...page.items);
    if (page.next === null) return items;
    after = `&after=${page.next}`;
  }
};
const kpi = async (query = '') => {
  const items: { id: string; value: number }[] = [];
  for (let after = ''; ; ) {
    const { body } = await server.agent.get(`/api/kpi/repeat-information/handoff?limit=500&${query}${after}`).expect(200);
    items.push(...body.items);
    if (body.next === null) return items;
    after = `&after=${body.next}`;
  }
};
const judge = (episode: Pick<RepeatEpisode, 'sourceId' | 'factId'>, verdict: string) =>
  server.agent.post('/api/repeat/verdict').send({ sourceId: episode.sourceId, factId: episode.factId, verdict });
const takeBack = ({ sourceId, factId }: RepeatEpisode) => server.agent.delete('/api/repeat/verdict').query({ sourceId, factId });
const attempt = async (rules: object): Promise<TryAnswer> => (await server.agent.post('/api/repeat/try').send({ rules }).expect(200)).body;

const perHandoff = (episodes: readonly RepeatEpisode[]) => {
  const counts = new Map<string, number>();
  for (const { handoffId, counted } of episodes) if (counted) counts.set(handoffId, (counts.get(handoffId) ?? 0) + 1);
  return counts;
};

describe('the episodes', () => {
  it.each(['', 'filter=segment:enterprise', 'from=2026-03-01&to=2026-06-01', 'asOf=2026-04-15T00:00:00Z'])(
    'are as many for each handoff as its KPI says (%s)',
    async (query) => {
      const counts = perHandoff(await all(query));
      const behind = await kpi(query);
      expect(behind.length).toBeGreaterThan(0);
      for (const { id, value } of behind) expect({ id, count: counts.get(id) ?? 0 }).toEqual({ id, count: value });
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe((await list(query)).counted);
    },
  );

  it('come with their evidence and a record, the latest first', async () => {
    const episodes = await all();
    const moments = episodes.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(new Set(episodes.map(({ sourceId, factId }) => `${sourceId} ${factId}`)).size).toBe(episodes.length);
    for (const { tier, passage, section, record } of episodes) {
      if (tier !== 'reported') expect(passage?.words).toMatch(/\w/);
      if (tier === 'asked again') expect(section).toMatch(/\w/);
      expect(record.sourceName).toMatch(/\w/);
    }
  });

  it('of a tier are those of that tier, as many as were counted', async () => {
    const { tiers } = await list();
    for (const { tier, count } of tiers) {
      const page = await list(`tier=${encodeURIComponent(tier)}`);
      expect(page.total).toBe(count);
      expect(page.items.every((episode) => episode.tier === tier)).toBe(true);
    }
    expect(tiers.every(({ count }) => count > 0)).toBe(true);
  });

  it.each([
    ['a tier that is none', 'tier=guessed'],
    ['a place that is none', 'after=x'],
    ['an unknown dimension', 'filter=nothing:x'],
  ])('of %s are refused', async (_, query) => {
    const { body } = await server.agent.get(`/api/repeat?${query}`).expect(400);
    expect(body.detail).toMatch(/\w/);
  });
});

describe('coverage', () => {
  it('says in how many handoffs anything could have been found, and in which languages', async () => {
    const coverage: RepeatCoverage = (await server.agent.get('/api/repeat/coverage').expect(200)).body;
    expect(coverage.handoffs).toBe((await kpi()).length);
    expect(coverage.withConversation).toBeGreaterThan(0);
    expect(coverage.withConversation).toBeLessThanOrEqual(coverage.handoffs);
    expect(coverage.languages[0]?.language).toBe('en');
    expect(coverage.languages.reduce((sum, { count }) => sum + count, 0)).toBe(coverage.languagesOf);
  });
});

describe('a person’s verdict', () => {
  it('takes an episode out of the KPI, and gives it back when it is taken back', async () => {
    const [episode] = (await all()).filter(({ counted }) => counted);
    if (!episode) throw new Error('the sample has no episode');
    const before = await list();
    const { body } = await judge(episode, 'dismissed').expect(200);
    expect(body).toEqual({ changedHandoffs: 1 });
    const dismissed = await list('verdict=dismissed');
    expect(dismissed.items).toMatchObject([{ factId: episode.factId, verdict: 'dismissed', counted: false, handoffId: episode.handoffId }]);
    expect(dismissed.counted).toBe(before.counted - 1);
    expect(perHandoff(await all()).get(episode.handoffId) ?? 0).toBe((await kpi()).find(({ id }) => id === episode.handoffId)?.value);
    await takeBack(episode).expect(200, { changedHandoffs: 1 });
    expect((await list()).counted).toBe(before.counted);
    await takeBack(episode).expect(404);
  });

  it('confirms an episode without changing a number', async () => {
    const before = await list();
    const [episode] = before.items;
    if (!episode) throw new Error('the sample has no episode');
    await judge(episode, 'confirmed').expect(200, { changedHandoffs: 0 });
    expect(await list('verdict=confirmed')).toMatchObject({ total: 1, counted: before.counted, items: [{ factId: episode.factId }] });
    await takeBack(episode).expect(200);
  });

  it.each([
    ['on what is no episode', { sourceId: 'zendesk', factId: 'message:0', verdict: 'dismissed' }, 404],
    ['that is none', { sourceId: 'zendesk', factId: 'message:0', verdict: 'maybe' }, 400],
    ['of another workspace', { sourceId: 'zendesk', factId: 'message:0', verdict: 'confirmed', workspaceId: 'x' }, 400],
  ])('%s is refused', async (_, body, status) => {
    await server.agent.post('/api/repeat/verdict').send(body).expect(status);
  });
});

describe('other rules', () => {
  it('without a change find what the rules in force find', async () => {
    const tried = await attempt({});
    expect(tried).toMatchObject({ came: 0, went: 0 });
    expect(tried.read).toBeGreaterThan(100);
    expect(tried.hits).toBeGreaterThan(0);
    expect(tried.hitItems.every(({ inForce }) => inForce)).toBe(true);
  });

  it('show what comes and what goes, and change nothing', async () => {
    const versions = () => server.db.getRepository(DefinitionVersion).count();
    const before = { ...(await list()), versions: await versions() };
    const tried = await attempt({ languages: [], phrases: ['where do i change'] });
    expect(tried.came).toBeGreaterThan(0);
    expect(tried.went).toBeGreaterThan(0);
    expect(tried.hits).toBe(tried.came);
    expect(tried.hitItems[0]?.passage.words).toMatch(/where do i change/i);
    expect(tried.wentItems[0]?.passage.words).toMatch(/\w/);
    expect(await list()).toMatchObject({ counted: before.counted, total: before.total });
    expect(await versions()).toBe(before.versions);
  });

  it('say which reported conversations they do not see', async () => {
    const [now, none] = [await attempt({}), await attempt({ languages: [], phrases: [] })];
    expect(none.missed).toBe(none.reported);
    expect(now.missed).toBeLessThanOrEqual(none.missed);
    expect(none.missedItems.every(({ said }) => said.length > 0)).toBe(true);
  });

  it.each([
    ['a phrase too short', { phrases: ['a'] }],
    ['an unknown language', { languages: ['xx'] }],
    ['an unknown rule', { regex: '.*' }],
    ['no tier', { tiers: [] }],
  ])('of %s are refused', async (_, rules) => {
    await server.agent.post('/api/repeat/try').send({ rules }).expect(400);
  });
});
