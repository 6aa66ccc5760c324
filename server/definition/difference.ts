import { CLOCKS } from '../handoff/clock.js';
import type { ClockId } from './clock-id.js';
import type { Definition } from './definition.js';
import { type Difference, ruleDifferences } from './rule-difference.js';

const OF_ALL_CLOCKS = ['clocks-met', 'handoff-health'];

/** KPIs that a clock's target decides, beside those that look at all clocks. */
const BY_CLOCK: Partial<Record<ClockId, string[]>> = {
  'owner-named': ['ownership'],
  welcome: ['time-to-welcome'],
  'knowledge-transfer': ['knowledge-transfer-time'],
  kickoff: ['time-to-kickoff'],
  'promise-conversation': ['promise-gaps'],
  onboarding: ['onboarding-completion'],
  'first-value': ['time-to-first-value'],
};

const WINDOWS: Record<keyof Definition['windows'], { name: string; kpis: string[] }> = {
  csatDays: { name: 'Window of week-one satisfaction', kpis: ['week-one-csat', 'handoff-health'] },
  churnDays: { name: 'Window of churn', kpis: ['churn-90d'] },
  repeatDays: { name: 'Window of repeated information', kpis: ['repeat-information', 'handoff-health'] },
  escalationDays: { name: 'Window of escalations', kpis: ['escalations', 'handoff-health'] },
  ownershipDays: { name: 'Window of ownership', kpis: ['ownership'] },
  quietDays: { name: 'Days in which no customer is left without contact', kpis: OF_ALL_CLOCKS },
};

/** KPIs that are counted in hours, which the calendar turns into working hours. */
const IN_HOURS = ['time-to-welcome', 'knowledge-transfer-time', 'ownership', 'promise-gaps', ...OF_ALL_CLOCKS];

/** All that differs, in words, in the order of the form. */
export function differencesOf(before: Definition, after: Definition): Difference[] {
  return [
    ...CLOCKS.flatMap(({ id, name }) => targetDifferences(id, name, { before, after })),
    ...changed(before.windows, after.windows).map(([window, was, is]) => ({
      words: `${WINDOWS[window].name}: ${was} to ${is} days`,
      kpis: WINDOWS[window].kpis,
    })),
    ...kpiTargetDifferences(before, after),
    ...changed(before.calendar, after.calendar).map(([part]) => ({ words: calendarWords(part, { before, after }), kpis: IN_HOURS })),
    ...ruleDifferences(before.rules, after.rules),
    ...changed(before.health, after.health).map(([part, was, is]) => ({
      words: `Weight of ${part.replaceAll('-', ' ')} in handoff health: ${was} to ${is}`,
      kpis: ['handoff-health'],
    })),
  ];
}

interface Two {
  before: Definition;
  after: Definition;
}

function targetDifferences(id: ClockId, name: string, { before, after }: Two): Difference[] {
  const kpis = [...(BY_CLOCK[id] ?? []), ...OF_ALL_CLOCKS];
  return changed(before.targets[id], after.targets[id]).map(([segment, was, is]) => ({
    words: `${name} target, ${segment}: ${fromTo(was, is, lengthWords)}`,
    kpis,
  }));
}

function kpiTargetDifferences(before: Definition, after: Definition): Difference[] {
  const ids = [...new Set([...Object.keys(before.kpiTargets), ...Object.keys(after.kpiTargets)])];
  return ids.flatMap((id) =>
    changed<Record<string, number | null>>(before.kpiTargets[id] ?? {}, after.kpiTargets[id] ?? {}).flatMap(([segment, was, is]) =>
      (was ?? null) === (is ?? null)
        ? []
        : { words: `Target of ${id.replaceAll('-', ' ')}, ${segment}: ${fromTo(was ?? undefined, is ?? undefined, String)}`, kpis: [id] },
    ),
  );
}

const CALENDAR: Record<keyof Definition['calendar'], string> = {
  timeZone: 'Time zone of working hours',
  days: 'Working days',
  from: 'Start of the working day',
  to: 'End of the working day',
  country: 'Public holidays',
  holidays: 'Own days off',
};

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function calendarWords(part: keyof Definition['calendar'], { before, after }: Two): string {
  const said = ({ calendar }: Definition) => {
    if (part === 'days') return calendar.days.map((day) => DAYS[day]).join(', ');
    return part === 'holidays' ? `${calendar.holidays.length}` : (calendar[part] ?? 'none');
  };
  return `${CALENDAR[part]}: ${said(before)} to ${said(after)}`;
}

/** Entries of two objects that differ; undefined where one has none. */
function changed<T extends object>(before: T, after: T): [keyof T & string, T[keyof T] | undefined, T[keyof T] | undefined][] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T & string)[];
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => [key, before[key], after[key]] as [keyof T & string, T[keyof T] | undefined, T[keyof T] | undefined]);
}

/** The unit is said once: '60 to 45 days', '48 hours to 5 days'. */
function fromTo(was: number | undefined, is: number | undefined, words: (size: number) => string): string {
  const [one, two] = [was === undefined ? 'none' : words(was), is === undefined ? 'none' : words(is)];
  const unit = two.replace(/^\S+/, '');
  return `${unit !== '' && one.endsWith(unit) ? one.slice(0, -unit.length) : one} to ${two}`;
}

const lengthWords = (hours: number) => (hours >= 120 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`);
