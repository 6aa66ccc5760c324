import { expect, test } from 'vitest';
import { BUILT_IN, type Definition } from './definition.js';
import { differencesOf } from './difference.js';
import { markersOf } from './markers.js';

function changed(change: (definition: Definition) => void): Definition {
  const definition = structuredClone(BUILT_IN);
  change(definition);
  return definition;
}

const words = (change: (definition: Definition) => void) => differencesOf(BUILT_IN, changed(change)).map((one) => one.words);

test('two that say the same do not differ', () => {
  expect(differencesOf(BUILT_IN, structuredClone(BUILT_IN))).toEqual([]);
});

test.each<[string, (definition: Definition) => void]>([
  [
    'First value target, enterprise: 60 to 45 days',
    (d) => {
      d.targets['first-value'].enterprise = 45 * 24;
    },
  ],
  [
    'Welcome target, standard: 1 to 2 hours',
    (d) => {
      d.targets.welcome.standard = 2;
    },
  ],
  [
    'Knowledge transfer target, standard: 72 hours to 5 days',
    (d) => {
      d.targets['knowledge-transfer'].standard = 120;
    },
  ],
  [
    'Kickoff call target, startup: none to 7 days',
    (d) => {
      d.targets.kickoff.startup = 168;
    },
  ],
  [
    'Window of churn: 90 to 120 days',
    (d) => {
      d.windows.churnDays = 120;
    },
  ],
  [
    'Target of churn 90d, all: none to 0.1',
    (d) => {
      d.kpiTargets['churn-90d'] = { all: 0.1 };
    },
  ],
  [
    'Target of time to first value, enterprise: 60 to none',
    (d) => {
      d.kpiTargets['time-to-first-value'] = { all: null, standard: 30 };
    },
  ],
  [
    'Working days: Mon, Tue, Wed, Thu, Fri to Mon, Tue',
    (d) => {
      d.calendar.days = [1, 2];
    },
  ],
  [
    'Public holidays: none to DE',
    (d) => {
      d.calendar.country = 'DE';
    },
  ],
  ['Own days off: 0 to 1', (d) => void d.calendar.holidays.push({ on: '2026-12-24', name: 'Closed' })],
  [
    'Weight of brief in handoff health: 15 to 20',
    (d) => {
      d.health.brief = 20;
    },
  ],
  [
    'First value: the mapped event to Payroll: a done task "first run"; the mapped event',
    (d) => void d.rules.firstValue.unshift({ product: 'Payroll', when: 'task', task: 'first run' }),
  ],
  [
    'Stage signed of crm, new: counts as won',
    (d) => void d.rules.wonStages.push({ source: 'crm', pipeline: 'new', stage: 'signed', won: true }),
  ],
  ['Tags for repeated information: now with "again"', (d) => void d.rules.repeat.tags.push('again')],
  ['Languages of the built-in phrases: now without "pt"', (d) => void d.rules.repeat.languages.pop()],
  [
    'Escalation tasks: do not count',
    (d) => {
      d.rules.escalation.tasks = false;
    },
  ],
  [
    'Sections that an accepted brief must have: 6 to 4',
    (d) => {
      d.rules.brief.sections = 4;
    },
  ],
])('%s', (said, change) => {
  expect(words(change)).toEqual([said]);
});

const decided = (version: number, definition: Definition, decidedAt: string | null) => ({
  ...{ version, definition, decidedAt: decidedAt === null ? null : new Date(decidedAt) },
  ...{ note: 'why', decidedBy: null, applied: true },
});

test('a marker stands on the day of the workspace, where the change touches the KPI and lies within the trend', () => {
  const shorter = changed((d) => {
    d.windows.churnDays = 60;
  });
  const versions = [decided(1, BUILT_IN, null), decided(2, shorter, '2026-03-31T22:30:00Z'), decided(3, BUILT_IN, '2026-06-02T08:00:00Z')];
  const asked = { versions, calendar: { timeZone: 'Europe/Berlin' } };
  const periods = [
    { from: '2026-04-01', to: '2026-05-01' },
    { from: '2026-05-01', to: '2026-06-01' },
  ];
  expect(markersOf(asked, { kpi: 'churn-90d', periods })).toEqual([
    { version: 2, on: '2026-04-01', note: 'why', changes: ['Window of churn: 90 to 60 days'] },
  ]);
  expect(markersOf(asked, { kpi: 'week-one-csat', periods })).toEqual([]);
  expect(markersOf(asked, { kpi: 'churn-90d', periods: [] })).toEqual([]);
});
