import { DAY_SECONDS, MOMENTS, type Moment, type MomentList, NEVER, TIERS } from '../server/handoff/column.js';
import { ColumnBuilder } from '../server/handoff/column-builder.js';
import { Snapshot } from '../server/handoff/snapshot.js';
import { count, weigh } from '../server/kpi/count.js';
import type { Counts, Kpi } from '../server/kpi/kpi.js';
import type { Measure } from '../server/kpi/kpi.schema.js';
import { measure, measureDetail } from '../server/kpi/measure.js';
import { observed } from '../server/kpi/observed.js';
import { select } from '../server/kpi/select.js';
import type { Selection } from '../server/kpi/selection.js';

/** Midnight of a Wednesday, in UTC. */
export const UNTIL = 10_000 * DAY_SECONDS;

/** Days after the won deal, which was won `age` days before the data ends. */
export interface Story {
  age: number;
  owner?: number;
  welcome?: number;
  nextSteps?: number;
  meeting?: number;
  transfer?: number;
  kickoff?: number;
  gap?: number;
  talk?: number;
  onboarded?: number;
  value?: number;
  churn?: number;
  notice?: number;
  asked?: number;
  answered?: number;
  satisfied?: boolean;
  score?: number;
  repeats?: readonly number[];
  /** Of each repeat; reported when left out. */
  tiers?: (typeof TIERS)[number][];
  escalated?: readonly number[];
  contacts?: readonly number[];
  sections?: readonly number[];
  ownerChanges?: readonly number[];
  arr?: number;
  currency?: string;
  segment?: string;
}

/** The handoffs of these stories, all of them selected. */
export function handoffs(stories: readonly Story[]): Selection {
  const builder = new ColumnBuilder();
  for (const [i, story] of [...stories].sort((a, b) => b.age - a.age).entries()) tell(builder, story, i);
  const snapshot = new Snapshot(builder.columns(), '1');
  return { snapshot, rows: select(snapshot, [], snapshot.count), until: UNTIL, read: true };
}

function tell(builder: ColumnBuilder, story: Story, i: number): void {
  const won = UNTIL - story.age * DAY_SECONDS;
  const after = (days: number | undefined) => (days === undefined ? NEVER : Math.floor(won + days * DAY_SECONDS));
  const at = momentsOf(story);
  for (const name of MOMENTS) builder.moment[name].push(name === 'won_at' ? won : after(at[name]));
  for (const [name, days] of Object.entries(listsOf(story))) for (const day of days ?? []) builder.listed(name as MomentList, after(day));
  for (const k of (story.repeats ?? []).keys()) builder.repeatTier.push(TIERS.indexOf(story.tiers?.[k] ?? 'reported'));
  builder.satisfied.push(story.satisfied === undefined ? -1 : Number(story.satisfied));
  builder.scoreTenths.push((story.score ?? 0) * 10);
  builder.arr.push(story.arr ?? -1);
  builder.dimension('currency', story.currency ?? null);
  builder.dimension('segment', story.segment ?? 'standard');
  builder.end(String(i));
}

const listsOf = (story: Story): Record<MomentList, readonly number[] | undefined> => ({
  repeat_at: story.repeats,
  escalation_at: story.escalated,
  contact_at: story.contacts,
  brief_section_at: story.sections,
  owner_change_at: story.ownerChanges,
});

function momentsOf(story: Story): Partial<Record<Moment, number | undefined>> {
  return {
    owner_named_at: story.owner,
    welcome_at: story.welcome,
    next_steps_at: story.nextSteps,
    internal_meeting_at: story.meeting,
    knowledge_transfer_at: story.transfer,
    kickoff_at: story.kickoff,
    promise_gap_at: story.gap,
    promise_conversation_at: story.talk,
    onboarding_completed_at: story.onboarded,
    first_value_at: story.value,
    churned_at: story.churn,
    notice_at: story.notice,
    survey_asked_at: story.asked,
    survey_answered_at: story.answered,
  };
}

export function countsOf(kpi: Pick<Kpi, 'observe' | 'windowDays'>, selection: Selection): Counts {
  const [all] = count(selection, kpi, { ranges: [{ from: 0, to: selection.rows.length }], by: null }).ranges;
  if (!all) throw new Error('one range was asked for');
  return all;
}

/** What a KPI makes of these stories. */
export const of = (kpi: Kpi, stories: readonly Story[]): Measure => measure(kpi, countsOf(kpi, handoffs(stories)));

/** What one of its details makes of them. Throws when there is none of that id. */
export function detail(kpi: Kpi, id: string, stories: readonly Story[]): Measure {
  const selection = handoffs(stories);
  const found = kpi.details.find((one) => one.id === id);
  if (!found) throw new Error(`${kpi.id} has no detail ${id}; it has ${kpi.details.map((one) => one.id).join(', ')}`);
  const { observe = kpi.observe } = found;
  const range = { from: 0, to: selection.rows.length };
  if (found.weight) {
    const weightOf = found.weight(selection.snapshot, 'EUR');
    return measureDetail(kpi, found, weigh(selection, { observe, windowDays: kpi.windowDays }, { range, weightOf }));
  }
  return measureDetail(kpi, found, { ...countsOf({ ...kpi, observe }, selection), weights: null });
}

/** How the one handoff of a story ended. */
export function outcomeOf(kpi: Kpi, story: Story): [string, number | null] {
  const selection = handoffs([story]);
  const { outcome, value } = kpi.read(observed(selection, kpi.observe)[0] ?? 0);
  return [outcome, value];
}

export const times = <T>(n: number, story: T): T[] => new Array<T>(n).fill(story);
