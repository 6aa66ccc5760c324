import { describe, expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import {
  AccountLink,
  BRIEF_SECTIONS,
  Deal,
  DefinitionVersion,
  Event,
  Person,
  Subscription,
  SurveyResponse,
  Task,
} from '../warehouse/index.js';

async function wonDeal(told: Partial<Deal> = {}) {
  const company = await deriving();
  await company.won('1', '2025-02-01', told);
  return company;
}

const survey = (externalId: string, told: Partial<SurveyResponse>) => ({
  externalId,
  accountExternalId: '1',
  kind: 'csat',
  scale: '1-5',
  ...told,
});

describe('the survey of a handoff', () => {
  test('is the first CSAT answer at or after t0', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(
      SurveyResponse,
      survey('early', { score: '5', askedAt: at('2025-01-28'), answeredAt: at('2025-01-30') }),
      survey('first', { score: '3', askedAt: at('2025-02-02'), answeredAt: at('2025-02-04') }),
      survey('later', { score: '5', askedAt: at('2025-02-03'), answeredAt: at('2025-02-05') }),
    );
    await derive();
    expect(await handoff('1')).toMatchObject({
      surveyAskedAt: at('2025-02-02'),
      surveyAnsweredAt: at('2025-02-04'),
      surveySatisfied: false,
      surveyScore: '3',
    });
  });

  test('is asked and not answered where nobody answers', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(SurveyResponse, survey('r', { askedAt: at('2025-02-02') }));
    await derive();
    expect(await handoff('1')).toMatchObject({ surveyAskedAt: at('2025-02-02'), surveyAnsweredAt: null, surveySatisfied: null });
  });

  test('was asked no later than it was answered', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(SurveyResponse, survey('r', { score: '4', answeredAt: at('2025-02-03') }));
    await derive();
    expect((await handoff('1')).surveyAskedAt).toEqual(at('2025-02-03'));
  });

  test.each([
    ['1-5', '4', null, true, '4'],
    ['1-5', '3', null, false, '3'],
    ['1-10', '9', null, true, '4.5'],
    ['1-10', '8', null, false, '4'],
    ['good-bad', null, true, true, null],
    ['good-bad', null, false, false, null],
  ])('on the scale %s, %s and %s is satisfied %s', async (scale, score, satisfied, expected, mapped) => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(SurveyResponse, survey('r', { scale, score, satisfied, answeredAt: at('2025-02-03') }));
    await derive();
    const { surveySatisfied, surveyScore } = await handoff('1');
    expect([surveySatisfied, surveyScore === null ? null : Number(surveyScore)]).toEqual([
      expected,
      mapped === null ? null : Number(mapped),
    ]);
  });

  test('is not NPS, which the timeline keeps', async () => {
    const { tell, derive, handoff, events } = await wonDeal();
    await tell(SurveyResponse, survey('r', { kind: 'nps', scale: '0-10', score: '10', answeredAt: at('2025-02-03') }));
    await derive();
    expect((await handoff('1')).surveyAnsweredAt).toBeNull();
    expect(await events('survey-answered')).toMatchObject([{ detail: 'nps' }]);
  });
});

describe('the moments of a handoff', () => {
  test('are the first of their kind', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(
      Task,
      { externalId: 'a', dealExternalId: '1', kind: 'kickoff-held', doneAt: at('2025-02-12') },
      { externalId: 'b', dealExternalId: '1', kind: 'kickoff-held', doneAt: at('2025-02-10') },
      { externalId: 'c', dealExternalId: '1', kind: 'next-steps-sent', doneAt: at('2025-02-03') },
      { externalId: 'd', dealExternalId: '1', kind: 'welcome-sent', dueAt: at('2025-02-02') },
    );
    await tell(Event, { externalId: 'e', kind: 'kickoff-scheduled', at: at('2025-02-02'), dealExternalId: '1' });
    await derive();
    expect(await handoff('1')).toMatchObject({ kickoffAt: at('2025-02-10'), nextStepsAt: at('2025-02-02'), welcomeAt: null });
  });

  test('of the brief are six, in order, null while empty', async () => {
    const { tell, derive, handoff } = await wonDeal();
    expect(BRIEF_SECTIONS[2]).toBe('what-we-promised');
    await tell(Event, {
      externalId: 'e',
      kind: 'brief-section-filled',
      detail: 'what-we-promised',
      at: at('2025-01-25'),
      dealExternalId: '1',
    });
    await derive();
    expect((await handoff('1')).briefSectionAt).toEqual([null, null, at('2025-01-25'), null, null, null]);
  });

  test('of contact are those of the first 14 days, oldest first, each once', async () => {
    const { tell, derive, handoff } = await wonDeal();
    const contacts = ['2025-02-15 12:00', '2025-02-05', '2025-02-15 11:59', '2025-02-05', '2025-01-31'];
    await tell(
      Event,
      ...contacts.map((moment, index) => ({ externalId: `${index}`, kind: 'contact-made', at: at(moment), dealExternalId: '1' })),
    );
    await tell(Task, { externalId: 'k', dealExternalId: '1', kind: 'kickoff-held', doneAt: at('2025-02-09') });
    await derive();
    expect((await handoff('1')).contactAt).toEqual([at('2025-02-05'), at('2025-02-09'), at('2025-02-15 11:59')]);
  });
});

describe('knowledge is transferred', () => {
  const filled = (days: readonly string[]) =>
    days.map((day, i) => ({
      externalId: `s${i}`,
      kind: 'brief-section-filled',
      detail: BRIEF_SECTIONS[i] ?? '',
      at: at(day),
      dealExternalId: '1',
    }));
  const accepted = (day: string) => ({ externalId: 'a', kind: 'brief-accepted', at: at(day), dealExternalId: '1' });
  const six = ['2025-01-25', '2025-01-26', '2025-02-07', '2025-01-20', '2025-01-27', '2025-01-28'];

  test.each<[string, string[], string | null, string | null]>([
    ['when a full brief is accepted', six, '2025-02-09', '2025-02-09'],
    ['with the last section of a brief accepted before', six, '2025-02-03', '2025-02-07'],
    ['never while a section is missing', six.slice(1), '2025-02-09', null],
    ['never while nobody accepts it', six, null, null],
    ['never by a record of acceptance alone', [], '2025-02-09', null],
  ])('%s', async (_, sections, day, expected) => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(Event, ...filled(sections), ...(day === null ? [] : [accepted(day)]));
    await derive();
    expect((await handoff('1')).knowledgeTransferAt).toEqual(expected === null ? null : at(expected));
  });

  test('when the agreed task is done, where no section is told of', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(Task, { externalId: 't', dealExternalId: '1', kind: 'brief-accepted', doneAt: at('2025-02-04') });
    await derive();
    expect((await handoff('1')).knowledgeTransferAt).toEqual(at('2025-02-04'));
    await tell(Event, ...filled(six.slice(1)));
    await derive();
    expect((await handoff('1')).knowledgeTransferAt).toBeNull();
  });

  test('with as many sections as the rules of the workspace ask for', async () => {
    const { db, tell, derive, handoff, book } = await wonDeal();
    const definition = { rules: { brief: { sections: 4 } } };
    await db
      .getRepository(DefinitionVersion)
      .insert({ workspaceId: book.workspaceId, version: 2, definition, decidedAt: at('2025-01-01') });
    await tell(Event, ...filled(six.slice(0, 4)), accepted('2025-02-03'));
    await derive();
    expect((await handoff('1')).knowledgeTransferAt).toEqual(at('2025-02-07'));
  });
});

describe('what a handoff can be filtered by', () => {
  test('is said by the account, the deal and its people; the deal has the last word', async () => {
    const { tell, derive, handoff } = await wonDeal({
      dimensions: { region: 'EMEA', product: 'Pro' },
      amount: '25000',
      ownerExternalId: 'p',
      csmExternalId: 'q',
    });
    await tell(AccountLink, { externalId: '1', name: 'Acme', dimensions: { region: 'AMER', segment: 'Enterprise' } });
    await tell(Person, { externalId: 'p', name: 'Rita Rep' }, { externalId: 'q', name: 'Carl Csm' });
    await derive();
    expect(await handoff('1')).toMatchObject({
      segment: 'enterprise',
      ownerName: 'Rita Rep',
      csmName: 'Carl Csm',
      dimensions: {
        region: 'EMEA',
        segment: 'Enterprise',
        product: 'Pro',
        owner: 'Rita Rep',
        csm: 'Carl Csm',
        'deal-size': '25k-50k',
      },
    });
  });

  test.each([
    ['9999.99', '< 10k'],
    ['10000', '10k-25k'],
    ['99999', '50k-100k'],
    ['100000', '100k +'],
    [null, undefined],
  ])('a deal of %s is in the band %s', async (amount, band) => {
    const { derive, handoff } = await wonDeal({ amount });
    await derive();
    expect((await handoff('1')).dimensions['deal-size']).toBe(band);
  });

  test('two colleagues of one name are told apart by their e-mail', async () => {
    const { tell, derive, handoff } = await wonDeal({ ownerExternalId: 'p', csmExternalId: 'q' });
    await tell(
      Person,
      { externalId: 'p', name: 'Ann Lee', email: 'ann@us.com' },
      { externalId: 'q', name: 'Ann Lee', email: 'lee@us.com' },
    );
    await derive();
    expect(await handoff('1')).toMatchObject({ ownerName: 'Ann Lee (ann@us.com)', csmName: 'Ann Lee (lee@us.com)' });
    await tell(Person, { externalId: 'q', name: 'Ann Li', email: 'lee@us.com' });
    await derive();
    expect(await handoff('1')).toMatchObject({ ownerName: 'Ann Lee', csmName: 'Ann Li' });
  });

  test('the same colleague in two tools is one', async () => {
    const { tell, derive, handoff } = await wonDeal({ ownerExternalId: 'p' });
    await tell(
      Person,
      { externalId: 'p', name: 'Ann Lee', email: 'ann@us.com' },
      { externalId: 'p', sourceId: 'desk', name: 'Ann Lee', email: 'ann@us.com' },
    );
    await derive();
    expect((await handoff('1')).ownerName).toBe('Ann Lee');
  });

  test('an owner whom no source describes is called by the id', async () => {
    const { derive, handoff } = await wonDeal({ ownerExternalId: 'Rita' });
    await derive();
    expect((await handoff('1')).ownerName).toBe('Rita');
  });

  test('the CSM of the company stands in where the deal has none', async () => {
    const { tell, derive, handoff } = await wonDeal();
    await tell(AccountLink, { externalId: '1', name: 'Acme', csmExternalId: 'q' });
    await tell(Person, { externalId: 'q', name: 'Carl Csm' });
    await derive();
    expect((await handoff('1')).csmName).toBe('Carl Csm');
  });
});

describe('the yearly revenue of a handoff', () => {
  test.each([
    ['that of the subscription running at t0', '2025-01-15', null, 'EUR', '7000'],
    ['that of the deal when the subscription starts later', '2025-02-15', null, 'EUR', '5000'],
    ['that of the deal when the subscription was over', '2024-01-15', '2025-01-15', 'EUR', '5000'],
    ['that of the deal when the subscription is in another currency', '2025-01-15', null, 'USD', '5000'],
  ])('is %s', async (_, startedOn, endedOn, currency, arr) => {
    const { tell, derive, handoff } = await wonDeal({ arr: '5000', currency: 'EUR' });
    const endedAt = endedOn === null ? null : at(endedOn);
    await tell(Subscription, { externalId: 's', accountExternalId: '1', startedAt: at(startedOn), endedAt, arr: '7000', currency });
    await derive();
    expect(Number((await handoff('1')).arr)).toBe(Number(arr));
  });
});
