import { describe, expect, test } from 'vitest';
import { at, deriving } from '../../../test/deriving.js';
import { DefinitionVersion, EpisodeVerdict, Event, Message, SurveyResponse, Ticket } from '../../warehouse/index.js';
import { BUILT_IN_RULES } from '../rules.js';
import { decide, takeBack } from './verdict.js';

const REPEATED = 'As I already told your colleague, we use Okta.';

async function withEpisode() {
  const company = await deriving();
  const { workspaceId } = company.book;
  await company.won('1', '2025-02-01');
  await company.tell(Ticket, { externalId: 't', accountExternalId: '1', subject: 'SSO' });
  const say = (externalId: string, day: string, told: Partial<Message> = {}) =>
    company.tell(Message, {
      externalId,
      ticketExternalId: 't',
      fromCustomer: true,
      visible: true,
      sentAt: at(day),
      body: REPEATED,
      ...told,
    });
  await say('m', '2025-02-10');
  await company.derive();
  const episode = { workspaceId, sourceId: 'crm', factId: 'message:m' };
  const judge = async (verdict: 'confirmed' | 'dismissed', factId = 'message:m') => {
    const known = await decide(company.db, { ...episode, factId }, { verdict, at: at('2025-03-01') });
    await company.derive();
    return known;
  };
  const rule = (repeat: Partial<typeof BUILT_IN_RULES.repeat>, version = 2) =>
    company.db.getRepository(DefinitionVersion).insert({
      workspaceId,
      version,
      definition: { rules: { ...BUILT_IN_RULES, repeat: { ...BUILT_IN_RULES.repeat, ...repeat } } },
      decidedAt: at('2025-03-02'),
    });
  const repeats = async () => (await company.handoff('1')).repeatAt;
  return { ...company, workspaceId, episode, say, judge, rule, repeats };
}

describe('a dismissed episode', () => {
  test('counts nowhere, and stays dismissed when more of the same is said', async () => {
    const { judge, say, derive, repeats, events } = await withEpisode();
    expect(await repeats()).toHaveLength(1);
    expect(await judge('dismissed')).toBe(true);
    expect(await repeats()).toEqual([]);
    await say('n', '2025-02-11');
    await derive();
    expect(await repeats()).toEqual([]);
    expect(await events('information-repeated')).toEqual([]);
  });

  test('stays dismissed when somebody tags its ticket', async () => {
    const { judge, tell, derive, repeats } = await withEpisode();
    await judge('dismissed');
    await tell(Ticket, { externalId: 't', accountExternalId: '1', repeatReportedAt: at('2025-02-12') });
    await derive();
    expect(await repeats()).toEqual([]);
  });

  test('leaves other conversations alone', async () => {
    const { judge, tell, say, derive, repeats } = await withEpisode();
    await judge('dismissed');
    await tell(Ticket, { externalId: 'u', accountExternalId: '1' });
    await say('o', '2025-02-20', { ticketExternalId: 'u' });
    await derive();
    expect(await repeats()).toEqual([at('2025-02-20')]);
  });

  test('counts again when the verdict is taken back, once', async () => {
    const { db, episode, judge, derive, repeats } = await withEpisode();
    await judge('dismissed');
    expect(await takeBack(db, episode)).toBe(true);
    await derive();
    expect(await repeats()).toEqual([at('2025-02-10')]);
    expect(await takeBack(db, episode)).toBe(false);
  });

  test('can be confirmed after all', async () => {
    const { judge, repeats } = await withEpisode();
    await judge('dismissed');
    expect(await judge('confirmed')).toBe(true);
    expect(await repeats()).toEqual([at('2025-02-10')]);
  });
});

describe('a confirmed episode', () => {
  test('stays when the rules find it no more, as it was when it was confirmed', async () => {
    const { judge, rule, derive, events, repeats } = await withEpisode();
    await judge('confirmed');
    await rule({ languages: [], tiers: ['reported'] });
    await derive();
    expect(await repeats()).toEqual([at('2025-02-10')]);
    expect(await events('information-repeated')).toMatchObject([
      { factId: 'message:m', detail: 'inferred', evidence: REPEATED, title: 'SSO' },
    ]);
  });

  test('without a verdict goes with the rule that found it', async () => {
    const { rule, derive, repeats } = await withEpisode();
    await rule({ languages: [] });
    await derive();
    expect(await repeats()).toEqual([]);
  });

  test('becomes stronger when somebody tags its ticket, and is still one', async () => {
    const { judge, tell, derive, events } = await withEpisode();
    await judge('confirmed');
    await tell(Ticket, { externalId: 't', accountExternalId: '1', repeatReportedAt: at('2025-02-12') });
    await derive();
    expect(await events('information-repeated')).toMatchObject([{ detail: 'reported', factId: 'ticket:t', at: at('2025-02-10') }]);
  });

  test('of a survey stays when what is reported does not count', async () => {
    const { tell, derive, judge, rule, repeats } = await withEpisode();
    const answer = {
      externalId: 'r',
      accountExternalId: '1',
      kind: 'csat',
      scale: '1-5',
      repeatedInformation: true,
      answeredAt: at('2025-02-05'),
    };
    await tell(SurveyResponse, answer);
    await derive();
    expect(await judge('confirmed', 'survey_response:r')).toBe(true);
    await rule({ tiers: ['inferred'] });
    await derive();
    expect(await repeats()).toEqual([at('2025-02-05'), at('2025-02-10')]);
  });
});

describe('a verdict', () => {
  test('is kept by what stays: the conversation, or the response that stands alone', async () => {
    const { db, workspaceId, tell, derive, judge } = await withEpisode();
    await tell(Event, { externalId: 'e', kind: 'information-repeated', ticketExternalId: 't', at: at('2025-02-09') });
    await tell(SurveyResponse, {
      ...{ externalId: 'r', accountExternalId: '1', kind: 'csat', scale: '1-5' },
      ...{ repeatedInformation: true, answeredAt: at('2025-02-05') },
    });
    await derive();
    await judge('confirmed', 'event:e');
    await judge('dismissed', 'survey_response:r');
    const verdicts = await db.getRepository(EpisodeVerdict).find({ where: { workspaceId }, order: { episode: 'ASC' } });
    expect(verdicts).toMatchObject([
      { episode: 'survey_response:r', verdict: 'dismissed' },
      { episode: 'ticket:t', verdict: 'confirmed', tier: 'reported' },
    ]);
  });

  test('on what is no episode is refused', async () => {
    const { judge } = await withEpisode();
    expect(await judge('confirmed', 'message:other')).toBe(false);
  });

  test('belongs to its workspace', async () => {
    const [mine, other] = [await withEpisode(), await withEpisode()];
    await mine.judge('dismissed');
    await other.say('n', '2025-02-11');
    await other.derive();
    expect(await other.repeats()).toEqual([at('2025-02-10')]);
  });
});

test('what a customer writes in the comment of a survey is inferred, too', async () => {
  const { tell, derive, events } = await withEpisode();
  const answer = { externalId: 'r', accountExternalId: '1', kind: 'csat', scale: '1-5', score: '2', answeredAt: at('2025-02-05') };
  await tell(SurveyResponse, { ...answer, comment: 'I had to explain everything again.' });
  await derive();
  expect(await events('information-repeated')).toMatchObject([
    { factId: 'survey_response:r', detail: 'inferred', evidence: 'I had to explain everything again.' },
    { factId: 'message:m' },
  ]);
});

describe('the rules of a workspace', () => {
  test('have phrases that no built-in hint would let through', async () => {
    const { rule, say, derive, repeats } = await withEpisode();
    await say('p', '2025-02-05', { body: 'Zut! Das ist ja wie im kleinen Murmeltier Film.' });
    await rule({ languages: [], phrases: ['wie im * film'] });
    await derive();
    expect(await repeats()).toEqual([at('2025-02-05')]);
  });

  test('silence sentences and leave tiers out', async () => {
    const { rule, derive, repeats } = await withEpisode();
    await rule({ never: ['we use okta'] });
    await derive();
    expect(await repeats()).toEqual([]);
    await rule({}, 3);
    await derive();
    expect(await repeats()).toHaveLength(1);
    await rule({ tiers: ['reported', 'asked again'] }, 4);
    await derive();
    expect(await repeats()).toEqual([]);
  });

  test('of no language and no phrase find nothing', async () => {
    const { rule, derive, repeats } = await withEpisode();
    await rule({ languages: [], phrases: ['***'] });
    await derive();
    expect(await repeats()).toEqual([]);
  });
});
