import { DAY_SECONDS, MOMENTS, type Moment, type MomentList, NEVER } from '../server/handoff/column.js';
import { ColumnBuilder } from '../server/handoff/column-builder.js';
import { arranged, wonOrder } from '../server/handoff/column-order.js';
import { Snapshot } from '../server/handoff/snapshot.js';

/** A handoff of a company whose law is known: times in days since it was won. */
export interface Simulated {
  id: string;
  /** Seconds since EPOCH. */
  wonAt: number;
  moments: Partial<Record<Exclude<Moment, 'won_at'>, number>>;
  lists: Partial<Record<MomentList, number[]>>;
  satisfied: boolean | null;
  arr: number | null;
}

/** What goes with churn in a simulated company: added to the chance of leaving early. */
export interface Law {
  base: number;
  eachMissingSection: number;
  unspoken: number;
}

/** The law of the sample company, which plants it in `leaving`. */
export const PLANTED: Law = { base: 0.03, eachMissingSection: 0.05, unspoken: 0.15 };

/** Nothing that is known goes with churn. */
export const NOISE: Law = { base: 0.12, eachMissingSection: 0, unspoken: 0 };

/** Handoffs won over two years before `until`, the same for the same seed. */
export function simulatedHandoffs({ count, until, seed, law }: { count: number; until: number; seed: number; law: Law }): Simulated[] {
  const random = sequence(seed);
  return Array.from({ length: count }, (_, i) => {
    const wonAt = Math.floor(until - random() * 730 * DAY_SECONDS);
    return { id: `crm:${seed}-${i}`, wonAt, ...story(random, law) };
  });
}

function story(random: () => number, law: Law): Omit<Simulated, 'id' | 'wonAt'> {
  const maybe = <Value>(chance: number, value: Value): [Value] | [] => (random() < chance ? [value] : []);
  const care = random() < 0.3 ? 0.5 : 0.95;
  const sections = Array.from({ length: 6 }, () => random()).filter((draw) => draw < care);
  const gap = random() < 0.15 ? 2 + random() * 18 : null;
  const unspoken = gap !== null && random() < 0.5;
  const early = law.base + law.eachMissingSection * (6 - sections.length) + (unspoken ? law.unspoken : 0);
  const [draw, day] = [random(), random()];
  const churned = draw < early ? 26 + 63 * day : 91 - Math.log(1 - day) * 2700;
  const answered = random() < 0.4 ? random() * 6.5 : null;
  return {
    moments: {
      owner_named_at: random() < 0.7 ? -1 : random() * 2,
      welcome_at: random() * 0.2,
      next_steps_at: random() * 2,
      internal_meeting_at: random() * 4,
      knowledge_transfer_at: random() * 5,
      kickoff_at: 3 + random() * 15,
      onboarding_completed_at: 8 + random() * 50,
      first_value_at: 10 + random() * 90,
      churned_at: churned,
      ...(random() < 0.5 && { notice_at: churned - 5 - 15 * random() }),
      ...(gap !== null && { promise_gap_at: gap, ...(!unspoken && { promise_conversation_at: gap + random() * 1.5 }) }),
      ...(answered !== null && { survey_answered_at: answered }),
    },
    lists: {
      brief_section_at: sections.map((draw) => -1 - draw),
      contact_at: [2, 5, 8, 11].map((contact) => contact + random()),
      repeat_at: maybe(0.2, random() * 40),
      escalation_at: maybe(0.1, random() * 80),
      owner_change_at: maybe(0.05, random() * 60),
    },
    satisfied: answered === null ? null : random() < 0.8,
    arr: random() < 0.9 ? Math.round(1000 + random() * 90_000) : null,
  };
}

/** The columns as they would have been loaded. Nothing happens after the customer has left, or is known after `knownBy`. */
export function snapshotOf(handoffs: readonly Simulated[], knownBy = NEVER - 1): Snapshot {
  const builder = new ColumnBuilder();
  for (const handoff of handoffs) if (handoff.wonAt <= knownBy) add(builder, handoff, knownBy);
  const columns = builder.columns();
  return new Snapshot(arranged(columns, wonOrder(columns)), '1');
}

function add(builder: ColumnBuilder, { id, wonAt, moments, lists, satisfied, arr }: Simulated, knownBy: number): void {
  const left = moments.churned_at ?? Number.POSITIVE_INFINITY;
  const seconds = (days: number) => Math.floor(wonAt + days * DAY_SECONDS);
  const known = (days: number | undefined) => (days !== undefined && days <= left && seconds(days) <= knownBy ? [seconds(days)] : []);
  for (const name of MOMENTS) builder.moment[name].push(known(name === 'won_at' ? 0 : moments[name])[0] ?? NEVER);
  for (const [name, days] of Object.entries(lists)) for (const at of days.flatMap(known)) builder.listed(name as MomentList, at);
  for (const _ of (lists.repeat_at ?? []).flatMap(known)) builder.repeatTier.push(0);
  addAnswer(builder, known(moments.survey_answered_at).length > 0 ? satisfied : null);
  builder.arr.push(arr ?? -1);
  builder.dimension('segment', 'standard');
  builder.end(id);
}

function addAnswer(builder: ColumnBuilder, answer: boolean | null): void {
  builder.satisfied.push(answer === null ? -1 : Number(answer));
  builder.scoreTenths.push(answer === null ? 0 : answer ? 50 : 20);
}

/** Mulberry32: numbers in [0, 1). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
