import type { StandIn } from './stand-in.js';

/** What a vendor does not have, so that the conformance kit leaves it out; each with the reason. */
export type Lacking = Partial<Record<'change' | 'delete' | 'merge' | 'equal times' | 'expired cursor' | 'limit' | 'faults', string>>;

/** A source as the conformance kit drives it: one stream whose records can be counted, changed and removed. */
export interface Exercise {
  /** As it stands in `source.kind`. */
  kind: string;
  /** Which of the source's streams is driven: 'asana.tasks'. */
  stream: string;
  /** Records of that stream in one page; null when everything comes at once. */
  pageSize: number | null;
  lacking: Lacking;
  /** The same options give the same records, byte for byte. */
  start(wanted: Rehearsing): Promise<Rehearsal>;
}

export interface Rehearsing {
  /** Of the driven stream; the others hold what these need. */
  records: number;
  now: () => Date;
  /** Keeps the vendor's real limits; else they are so wide that nothing waits. */
  strict?: boolean;
}

/** A stand-in in use. Every change happens at `now()`. */
export interface Rehearsal {
  settings: Record<string, unknown>;
  credentials: unknown;
  /** External ids of the driven stream's standing records, as Baton keeps them. */
  ids(): string[];
  change(ids: string[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  merge(winnerId: string, loserId: string): Promise<void>;
  /** Changes them, all with one and the same change time. */
  tie(ids: string[]): Promise<void>;
  /** From now on cursors and page tokens given before are refused as the vendor refuses them. */
  expireCursors(): Promise<void>;
  /** Requests that were refused because a limit was used up. */
  refused(): number;
  /** Null for a source that is not read over HTTP. */
  http: StandIn<unknown> | null;
  close(): Promise<void>;
}
