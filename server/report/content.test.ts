import { describe, expect, test } from 'vitest';
import { type KpiAnswer, type Measure, measure, type Scope } from '../kpi/kpi.schema.js';
import type { RiskAnswer } from '../risk/risk.schema.js';
import { type ReportFrame, reportContent } from './content.js';
import { reportHtml } from './report-mail.js';
import { reportText } from './report-text.js';
import { preheaderOf, subjectOf } from './subject.js';

const SLOT = new Date('2026-06-01T06:00:00Z');
const measured = (value: number | null, but: Partial<Measure> = {}): Measure => {
  const why = value === null ? 'no handoffs in this period' : null;
  return measure.parse({ value, low: value, high: value, n: 800, mature: 800, wide: false, why, ...but });
};

function churn(but: Partial<KpiAnswer> = {}): KpiAnswer {
  const kpi = {
    id: 'churn-90d',
    name: '90-day churn',
    question: '',
    definition: '',
    statistic: '',
    unit: 'share',
    better: 'lower',
  } as const;
  return {
    kpi: { ...kpi, targets: { all: null }, headline: true, part: 'value', windowDays: 90, version: 3 },
    measure: measured(0.08),
    maturesOn: null,
    details: [],
    outcomes: [],
    signal: { clear: false, words: 'no clear change', rule: null, period: null },
    comparison: null,
    trend: [],
    markers: [],
    breakdown: null,
    curve: null,
    ...but,
  };
}

const compared = (but: Partial<NonNullable<KpiAnswer['comparison']>>): NonNullable<KpiAnswer['comparison']> => {
  const before = { name: 'the previous 12 months', period: { from: '2024-06-02', to: '2025-06-02' }, measure: measured(0.06) };
  return { ...before, difference: null, low: null, high: null, p: null, of: null, clear: false, words: 'no clear change', ...but };
};

describe('the subject says the conclusion first, in at most 60 characters', () => {
  const clear = compared({ difference: 0.021, clear: true, words: '2.1 points higher than in the previous 12 months' });
  const cases: [number, KpiAnswer[], string][] = [
    [0, [churn()], 'Handoff health: none at risk, churn 8 % (no clear change)'],
    [1, [churn()], 'Handoff health: 1 at risk, churn 8 % (no clear change)'],
    [63, [churn({ measure: measured(0.074) })], 'Handoff health: 63 at risk, churn 7.4 % (no clear change)'],
    [3, [churn({ comparison: clear })], 'Handoff health: 3 accounts at risk, churn 8 % (+2.1 points)'],
    [3, [churn({ comparison: { ...clear, difference: -0.021 } })], 'Handoff health: 3 accounts at risk, churn 8 % (-2.1 points)'],
    [
      3,
      [churn({ comparison: { ...clear, of: { period: { from: '2025-06-02', to: '2026-03-04' }, measure: measured(0.09) } } })],
      'Handoff health: 3 at risk, churn 8 % (clearly higher)',
    ],
    [
      3,
      [churn({ signal: { clear: true, words: 'higher than its usual range in May 2026', rule: 'outside its limits', period: null } })],
      'Handoff health: 3 accounts at risk, churn 8 % (changed)',
    ],
    [3, [churn({ measure: measured(null) })], 'Handoff health: 3 accounts at risk, churn not known yet'],
    [3, [], 'Handoff health: 3 accounts at risk'],
    [123_456, [churn({ measure: measured(0.074) })], 'Handoff health: 123,456 accounts at risk, churn 7.4 %'],
  ];
  test.each(cases)('with %i at risk', (count, kpis, subject) => {
    expect(subjectOf(kpis, count)).toBe(subject);
    expect(subject.length).toBeLessThanOrEqual(60);
  });

  test('the preheader has 40 to 90 characters and is not the subject', () => {
    for (const kpis of [[], [churn()], [churn({ measure: measured(null) })], [churn({ kpi: { ...churn().kpi, name: 'x'.repeat(90) } })]]) {
      expect(preheaderOf(kpis).length).toBeGreaterThanOrEqual(40);
      expect(preheaderOf(kpis).length).toBeLessThanOrEqual(90);
    }
  });
});

const NO_RISK: RiskAnswer = {
  known: { asOf: SLOT.toISOString(), dataAsOf: SLOT.toISOString(), observedUntil: SLOT.toISOString(), timeZone: 'UTC' },
  sample: false,
  currency: 'EUR',
  considered: { openCount: 0, wonSince: null, olderCount: 0, unmeasured: [], words: 'Handoffs won in the last 180 days.' },
  total: 0,
  accounts: 0,
  amounts: [],
  withoutAmount: 0,
  csms: [],
  basis: { kind: 'rules', pending: false, words: '' },
  order: 'amount',
  items: [],
  next: null,
};

const FRAME: ReportFrame = {
  name: 'Weekly',
  workspaceName: 'Acme',
  timeZone: 'Asia/Kolkata',
  scheduleWords: null,
  slot: SLOT,
  recipient: 'ann@example.com',
  counted: 'These numbers count everybody’s handoffs.',
  publicUrl: 'https://baton.example',
  missedCount: 0,
};

function content(kpis: KpiAnswer[], { scope = {}, frame = {} }: { scope?: Partial<Scope>; frame?: Partial<ReportFrame> } = {}) {
  const plain: Scope = {
    period: { from: '2025-06-02', to: '2026-06-02' },
    asOf: SLOT.toISOString(),
    dataAsOf: SLOT.toISOString(),
    ageMinutes: 0,
    timeZone: 'UTC',
    filters: [],
    by: null,
    interval: 'month',
    currency: 'EUR',
    sample: false,
    definition: 1,
    time: 'wall',
    knownAt: null,
    note: null,
  };
  return reportContent({ scope: { ...plain, ...scope }, kpis, risk: NO_RISK }, { ...FRAME, ...frame });
}

test('what moved is what is clear, and nothing else', () => {
  const clear = compared({ difference: 0.021, clear: true, words: '2.1 points higher than in the previous 12 months' });
  expect(content([churn({ comparison: compared({}) })]).moved).toEqual(['No number moved by more than noise.']);
  expect(content([churn({ comparison: clear })]).moved).toEqual(['90-day churn: 2.1 points higher than in the previous 12 months.']);
});

test('an immature number is said to be so far, once', () => {
  const words = 'so far: comparable from 2026-08-31 on';
  const [line] = content([churn({ maturesOn: '2026-08-31', comparison: compared({ words }) })]).kpis;
  expect(line).toMatchObject({
    rest: '(8 to 8), n = 800',
    change: `Trend: no clear change. So far: comparable from 31 August 2026 on (the previous 12 months: 6 %).`,
  });
  expect(content([churn({ maturesOn: '2026-08-31' })]).kpis[0]?.rest).toBe(
    '(8 to 8), n = 800, so far; the period matures on 31 August 2026',
  );
});

test('a number that is not known is said in words, in both parts', async () => {
  const said = content([churn({ measure: measured(null, { n: 0, mature: 0 }) })]);
  for (const part of [reportText(said), await reportHtml(said)]) {
    expect(part).toContain('no handoffs in this period');
    expect(part).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
  }
});

test('times are in the zone of the report', () => {
  expect(content([]).dataAsOf).toBe('Data as of Monday 1 June 2026, 11:30 (Asia/Kolkata).');
  expect(content([], { scope: { dataAsOf: '2026-05-31T20:00:00.000Z' } }).dataAsOf).toBe(
    'Data as of Monday 1 June 2026, 01:30 (Asia/Kolkata). Asked as of Monday 1 June 2026, 11:30 (Asia/Kolkata).',
  );
  expect(content([]).period).toBe('Handoffs won from 2 June 2025 through 1 June 2026.');
});

test('what must be known first is said first', () => {
  expect(content([], { scope: { dataAsOf: null, ageMinutes: null } }).notices).toEqual([
    'No source has been read through once, so nothing can be counted yet.',
  ]);
  expect(content([], { scope: { ageMinutes: 24 * 60 } }).notices).toEqual([]);
  expect(content([], { scope: { ageMinutes: 24 * 60 + 1 } }).notices[0]).toContain('The data is 24 hours old');
  expect(content([], { frame: { missedCount: 1 } }).notices[0]).toContain('One earlier report was not sent');
});

test('the HTML part works without a style sheet, on a phone and in the dark', async () => {
  const html = await reportHtml(content([churn()], { frame: { workspaceName: 'A <b>bold</b> name' } }));
  expect(html).toContain('name="color-scheme" content="light dark"');
  expect(html).toContain('@media (prefers-color-scheme: dark)');
  expect(html).toContain('max-width:600px');
  expect(html).toContain('A &lt;b&gt;bold&lt;');
  expect(html).not.toMatch(/<(script|img|link|iframe|form)/i);
});
