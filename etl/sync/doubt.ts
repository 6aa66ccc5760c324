import type { Heard } from './named-record.js';

/** A look at everything that named too little to be believed. */
export interface Doubt {
  /** ISO 8601. */
  at: string;
  /** Stored records it did not name. */
  missing: number;
}

/** Fewer records than this may well all go at once. */
const BIG = 100;
/** The second look must miss at least this share of what the first one missed. */
const SAME = 0.9;
const HOUR = 3_600_000;

/** False for an answer that is empty, or leaves out more than half of many records, unless one `hours` ago or earlier said the same. */
export function believable(heard: Heard, earlier: Doubt | null, { hours, at }: { hours: number; at: Date }): boolean {
  const empty = heard.named === 0 && heard.standing > 0;
  const halved = heard.standing >= BIG && heard.missing * 2 > heard.standing;
  if (!empty && !halved) return true;
  return earlier !== null && repeats(earlier, heard) && at.getTime() - Date.parse(earlier.at) >= hours * HOUR;
}

/** The doubt to be kept: the first silence counts, so that frequent looks do not put the belief off for ever. */
export const doubtAfter = (heard: Heard, earlier: Doubt | null, at: Date): Doubt =>
  earlier !== null && repeats(earlier, heard) ? earlier : { at: at.toISOString(), missing: heard.missing };

const repeats = (earlier: Doubt, heard: Heard) => heard.missing >= SAME * earlier.missing;

export function doubtWords(stream: string, { named, standing, missing }: Heard, hours: number): string {
  const share = named === 0 ? 'names nothing' : `does not name ${missing}`;
  return (
    `${stream}: the source ${share} of the ${standing} records it had, which looks like a fault; nothing was marked deleted. ` +
    `Check that the account still sees everything. If a look ${hours} ${hours === 1 ? 'hour' : 'hours'} later says the same, it is believed.`
  );
}
