import type { Fact } from '../warehouse/index.js';

/** Where a stream stands, in the source's own notion; stored as JSON and opaque to the sync. */
export type Position = Record<string, string | number | null>;

/** One page of records, as they came. */
export interface Page {
  records: unknown[];
  /** Where to go on from after this page; null while the source does not answer oldest change first, so that the cursor moves only at the end. */
  position: Position | null;
  /** How many records the whole pass will bring, when the source says so. */
  expected?: number;
  /** Records that the source says are gone: each is marked, with the rows read from it. */
  gone?: Gone[];
  /** With this page a part of the stream has come whole: what is stored of it and did not come is marked, after the page is written. */
  only?: OnlyThese;
}

/** A part of a stream's records, all of which have come. */
export interface OnlyThese {
  /** The part: records whose id begins so. */
  prefix: string;
  /** Whether a record of it came. */
  has(externalId: string): boolean;
}

/** A record that no longer stands in the source. */
export interface Gone {
  externalId: string;
  /** Null when the source does not say when. */
  at: Date | null;
}

/** A slow pass beside the usual one, begun when `hours` have gone by since the last whole one. */
export interface Sweep {
  hours: number;
  /** Names everything that stands: what was stored before the pass and is not named is marked deleted. */
  ids(signal: AbortSignal): AsyncIterable<string[]>;
}

/** A slow pass over fields that change without moving any change time: formulas, roll-ups, associations. */
export interface Reread {
  hours: number;
  /** Its positions are not kept; a pass cut short begins again. */
  pages(signal: AbortSignal): AsyncIterable<Page>;
}

/** The rows that one record becomes, by table. A table not named keeps nothing of this record. */
export interface Rows {
  table: FactTable;
  rows: FactRow[];
}

/** A table of facts, as a class of the warehouse. */
export type FactTable = new () => Fact;

/** A row without what the sync itself knows: workspace, source, stream, record. Absent columns are null or their default. */
export type FactRow = { externalId: string } & Record<string, unknown>;

/** What is said of one record that was read well. */
export interface ReadRecord {
  externalId: string;
  /** The source's time of change; null when it gives none. */
  changedAt: Date | null;
  /** When the source deleted it; null while it stands. */
  deletedAt: Date | null;
  /** Where a person sees it in the source tool; null when it has no page. */
  url: string | null;
  rows: Rows[];
}

/** One kind of record of one source. Loops, retries and transactions are elsewhere. */
export interface Stream {
  /** '<source kind>.<plural>': 'zendesk.ratings'. */
  name: string;
  /** Pages from a position on; null means from the beginning. Asks "at or after" and looks back: a record may come again. */
  pages(from: Position | null, signal: AbortSignal): AsyncIterable<Page>;
  /** The record's id even when the rest of it is wrong; null when there is none. */
  idOf(payload: unknown): string | null;
  /** The moment up to which the source can know anything; absent for a live source, which knows all until the pass began. Becomes `cursor.complete_at`. */
  knownUntil?(): Promise<Date>;
  /** Seconds before now that a live source leaves out of its answers; absent for none. */
  lagSeconds?: number;
  /** True when every pass names all that stands, whatever the position: what a finished pass did not name is then marked deleted. */
  whole?: boolean;
  /** For a source that does not tell what was deleted. */
  sweep?: Sweep;
  reread?: Reread;
  /**
   * Pages of just these records, for a source that names by webhook what changed. Their positions are null: the cursor stays.
   * What no longer stands comes as gone.
   */
  named?(ids: string[], signal: AbortSignal): AsyncIterable<Page>;
  /** Why the last pass left the stream out, in words for a person; null when it was read. Absent for a stream that is always read. */
  leftOut?(): string | null;
  /** How many records stand in the source now, for reconciliation; null when it cannot say. Absent when it never can. */
  standing?(signal: AbortSignal): Promise<number | null>;
  /** Reads one payload. Throws with a reason for a person when it is not as documented; the record is then kept as rejected. */
  read(payload: unknown): ReadRecord;
}

/** A connected source, ready to be read. */
export interface Source {
  kind: string;
  /** In the order in which they are to be read. */
  streams: Stream[];
  /** Throws a SourceError that says exactly what is wrong. */
  test(signal: AbortSignal): Promise<void>;
  /** Ends what it holds open: a pool, a process. Absent when it holds nothing. */
  close?(): Promise<void>;
}
