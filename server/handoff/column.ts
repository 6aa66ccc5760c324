/** 2000-01-01T00:00:00Z in seconds since 1970: where our clock starts, as that of Postgres' binary form does. Int32 carries it to 2068. */
export const EPOCH = 946_684_800;

/** A moment that has not come, or is not known to: later than any as-of. */
export const NEVER = 0x7fff_ffff;

const EARLIEST = -0x8000_0000;

export const DAY_SECONDS = 86_400;

/** Moments of one handoff that are columns, by the name of the table's. */
export const MOMENTS = [
  'won_at',
  'owner_named_at',
  'welcome_at',
  'next_steps_at',
  'internal_meeting_at',
  'knowledge_transfer_at',
  'kickoff_at',
  'promise_gap_at',
  'promise_conversation_at',
  'onboarding_completed_at',
  'first_value_at',
  'notice_at',
  'churned_at',
  'survey_asked_at',
  'survey_answered_at',
] as const;

/** Moments of which a handoff has any number, oldest first; those of the brief are of the sections filled, in the order of the sections. */
export const MOMENT_LISTS = ['repeat_at', 'escalation_at', 'contact_at', 'brief_section_at', 'owner_change_at'] as const;

/** How an episode of repeated information is known, the strongest first; `repeatTier` holds the position. */
export const TIERS = ['reported', 'asked again', 'inferred'] as const;

export type Moment = (typeof MOMENTS)[number];
export type MomentList = (typeof MOMENT_LISTS)[number];

/** The values of row i are those from offsets[i] to offsets[i + 1]. */
export interface Ragged<Values extends Int32Array | Uint8Array = Int32Array> {
  offsets: Int32Array;
  values: Values;
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Row i has the value `values[codes[i]]`; code 0 is no value. */
export interface Dictionary {
  values: readonly (string | null)[];
  codes: Codes;
}

/** Handoffs as columns of equal length: whole seconds since EPOCH, NEVER for null. */
export interface Columns {
  count: number;
  moment: Record<Moment, Int32Array>;
  list: Record<MomentList, Ragged>;
  /** Tier of each value of `list.repeat_at`, a position in TIERS. */
  repeatTier: Uint8Array;
  /** 1 satisfied, 0 not, -1 unknown. */
  satisfied: Int8Array;
  /** Survey score from 1 to 5 in tenths; 0 unknown. */
  scoreTenths: Uint8Array;
  /** -1 unknown. */
  arr: Float64Array;
  /** Packed. */
  id: Ragged<Uint8Array>;
  dimension: ReadonlyMap<string, Dictionary>;
}

/** Whole seconds since EPOCH, held within what a column can carry. */
export function toSeconds(at: Date): number {
  return Math.min(NEVER, Math.max(EARLIEST, Math.floor(at.getTime() / 1000) - EPOCH));
}

export const toDate = (seconds: number): Date => new Date((seconds + EPOCH) * 1000);

/** The same from the microseconds since 2000 that Postgres sends, given as two halves. */
export function secondsOf(high: number, low: number): number {
  return Math.min(NEVER, Math.max(EARLIEST, Math.floor((high * 4_294_967_296 + low) / 1_000_000)));
}

/** The narrowest codes that tell `size` values apart. */
export function codesFor(size: number, count: number): Codes {
  if (size <= 0x100) return new Uint8Array(count);
  return size <= 0x1_0000 ? new Uint16Array(count) : new Uint32Array(count);
}

/** One record with a value for each of `names`. */
export function eachOf<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
