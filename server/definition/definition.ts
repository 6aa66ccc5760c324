import { z } from 'zod';
import { BUILT_IN_RULES, rules } from '../../etl/handoff/rules.js';
import { CLOCK_IDS, type ClockId } from './clock-id.js';

const hours = z
  .number()
  .min(0, 'must not be below 0 hours')
  .max(24 * 365, 'must not be beyond 365 days');
const days = z.int('must be a whole number of days').min(1, 'must be at least 1 day').max(365, 'must not be beyond 365 days');

/** Hours by segment. A segment that is not named has the standard target. */
const targetHours = z.object({ standard: hours, enterprise: hours }).catchall(hours);

/** What a KPI should reach, in its own unit; shares from 0 to 1. A segment that is not named has that of `all`; null for none. */
const kpiTarget = z.object({ all: z.number().nullable() }).catchall(z.number().nullable());

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day such as 09:00');

/** When people work, for the reading of clocks in working time. */
const calendar = z.strictObject({
  timeZone: z.string().max(100).nullable().describe('IANA name; empty for that of the workspace'),
  days: z.array(z.int().min(0).max(6)).min(1, 'must have at least one day').describe('0 Sunday to 6 Saturday'),
  from: timeOfDay,
  to: timeOfDay,
  country: z.string().max(20).nullable().describe('Whose public holidays are free: DE, DE-BY, US ...; empty for none'),
  holidays: z
    .array(z.strictObject({ on: z.iso.date(), name: z.string().max(100) }))
    .max(500)
    .describe('Further days off'),
});

export const HEALTH_PARTS = [
  'owner-named',
  'welcome',
  'brief',
  'kickoff',
  'contact',
  'onboarding',
  'first-value',
  'csat',
  'repeats',
  'escalations',
  'promises',
] as const;

/** What the numbers of a workspace mean. Every part of it has a built-in value. */
export const definition = z.strictObject({
  targets: z.strictObject(Object.fromEntries(CLOCK_IDS.map((id) => [id, targetHours])) as Record<ClockId, typeof targetHours>),
  windows: z.strictObject({
    csatDays: days.describe('First answers count that many days from the won deal'),
    churnDays: days,
    repeatDays: days,
    escalationDays: days,
    ownershipDays: days,
    quietDays: z
      .int()
      .min(1)
      .max(14)
      .describe('Days from the won deal in which a customer must not be left without contact; contacts are kept for 14'),
  }),
  kpiTargets: z.record(z.string().max(100), kpiTarget),
  calendar,
  health: z.strictObject(
    Object.fromEntries(
      HEALTH_PARTS.map((part) => [part, z.number().min(0, 'must not be below 0').max(100, 'must not be above 100')]),
    ) as Record<(typeof HEALTH_PARTS)[number], z.ZodNumber>,
  ),
  rules,
});

export type Definition = z.infer<typeof definition>;
export type WorkingCalendar = Definition['calendar'];

/** One version of it. */
export interface Versioned {
  version: number;
  definition: Definition;
  /** Null for the built-in one. */
  decidedAt: Date | null;
}

const DAY = 24;
const same = (hours: number) => ({ standard: hours, enterprise: hours });

export const BUILT_IN: Definition = {
  targets: {
    'owner-named': same(0),
    welcome: same(1),
    'next-steps': same(24),
    'internal-meeting': same(48),
    'knowledge-transfer': same(72),
    kickoff: same(14 * DAY),
    'promise-conversation': same(48),
    'quiet-period': same(5 * DAY),
    onboarding: { standard: 21 * DAY, enterprise: 42 * DAY },
    'first-value': { standard: 30 * DAY, enterprise: 60 * DAY },
  },
  windows: { csatDays: 7, churnDays: 90, repeatDays: 42, escalationDays: 90, ownershipDays: 42, quietDays: 14 },
  kpiTargets: { 'time-to-first-value': { all: null, standard: 30, enterprise: 60 } },
  calendar: { timeZone: null, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', country: null, holidays: [] },
  health: {
    'owner-named': 5,
    welcome: 10,
    brief: 15,
    kickoff: 15,
    contact: 10,
    onboarding: 10,
    'first-value': 15,
    csat: 5,
    repeats: 5,
    escalations: 5,
    promises: 5,
  },
  rules: BUILT_IN_RULES,
};

export const BUILT_IN_VERSION: Versioned = { version: 1, definition: BUILT_IN, decidedAt: null };
