import type { Versioned } from '../definition/definition.js';
import type { Columns } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';
import type { Part, Unit } from './kpi.schema.js';
import type { ControlLimits } from './statistics/control-limits.js';
import type { Quotient } from './statistics/kitagawa.js';
import type { Bounded } from './statistics/mover.js';

/** How many handoffs fell into each bin. Sums of counts are counts: groups and periods are merged by adding. */
export interface Counts {
  all: Int32Array;
  /** Those of `all` whose whole window had passed. */
  mature: Int32Array;
}

/** The bin of each row. Of one kind for all observations: the compiler then knows what it counts. */
export type Bins = Uint16Array;

/** What was seen of one handoff, as the number of a bin below 65,536. */
export interface Observation {
  bins: number;
  /** Writes the bin of every row as of `until` (seconds since EPOCH). A loop of its own for each observation, for the compiler's sake. */
  see(columns: Columns, until: number, into: Bins): void;
}

/** What the statistics say; they do not say how many handoffs are enough. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  /** In words, what the value lacks, or why there is none; null when there is nothing to say. */
  why: string | null;
}

/** What one bin means. */
export interface Reading {
  /** The number that rests on n counts exactly the handoffs whose bins are members. */
  member: boolean;
  outcome: string;
  /** The handoff's own number, for the list: days, episodes, score; null when it has none. */
  value: number | null;
}

export interface OutcomeName {
  outcome: string;
  label: string;
}

/** A number beside the main one. */
export interface Detail {
  id: string;
  label: string;
  unit: Unit;
  /** Its own observation; that of the KPI when left out. */
  observe?: Observation;
  /** What each handoff weighs, null when it has none; the estimate then gets sums instead of counts. */
  weight?: (snapshot: Snapshot, currency: string) => (row: number) => number | null;
  /** The bins the detail rests on; those of the KPI when left out. */
  member?: (bin: number) => boolean;
  estimate(counts: Counts & { weights: Weights | null }): Estimate;
}

/** Sums of weights and of their squares by bin. */
export interface Weights {
  sum: Float64Array;
  squares: Float64Array;
}

/** A difference of two periods in the unit of the KPI. Whether it is clear is said where it is known how many are looked at together. */
export interface Difference {
  difference: number;
  low: number | null;
  high: number | null;
  /** Chance of one at least as large where there is none. */
  p: number;
}

/** A KPI as one sum over another, which can be taken apart into groups and held against chance. */
export interface Quotients {
  /** A share of handoffs, a rate of events, or a mean of something that handoffs have more or less of. */
  kind: 'share' | 'rate' | 'mean';
  /** What the quotient is where it is not the KPI itself; null where it is. */
  name: string | null;
  /** Times this it is in the unit of the KPI. */
  scale: number;
  of(counts: Counts): Quotient;
  /** With its limits; `over` of it is above 0. */
  bounded(counts: Counts): Bounded;
}

/** How periods of one kind of statistic are held against each other. Only mature counts are given to it. */
export interface Change {
  /** The usual range of a period like `now`, from the `earlier` ones; null when they are too few. */
  limits(earlier: readonly Counts[], now: Counts): ControlLimits | null;
  /** Null when it cannot be said. */
  difference(now: Counts, before: Counts): Difference | null;
  /** The mature handoffs as quotients; `whole` counts all that are to be taken apart. Null when it cannot be said. */
  quotients(whole: Counts): Quotients | null;
}

/** What a KPI should reach, in its unit, by segment; `all` holds for segments that are not named, null for none. */
export type Targets = Readonly<Record<string, number | null>>;

/** What a KPI is declared from: the definition of a workspace, and how its hours are counted. */
export interface Terms {
  definition: Versioned;
  /** 'working': only the hours of the workspace's calendar count, for the KPIs that are counted in hours. */
  time: 'wall' | 'working';
  /** Of the workspace; the calendar's own zone goes before it. */
  timeZone: string;
}

/** One KPI: what it means, what it counts, and what it makes of the counts. */
export interface Kpi {
  id: string;
  name: string;
  question: string;
  definition: string;
  statistic: string;
  unit: Unit;
  better: 'lower' | 'higher';
  targets: Targets;
  /** One of the five that lead. */
  headline: boolean;
  part: Part;
  windowDays: number;
  version: number;
  observe: Observation;
  read(bin: number): Reading;
  outcomes: readonly OutcomeName[];
  estimate(counts: Counts): Estimate;
  details: readonly Detail[];
  change: Change;
  /** The days the curve is drawn for, and the curve; null for a KPI that is not a time. */
  curve: ((counts: Counts) => readonly { day: number; share: number; low: number; high: number; atRisk: number }[]) | null;
}

export const NOTHING: Estimate = { value: null, low: null, high: null, why: null };
