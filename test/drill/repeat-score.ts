import type { RepeatReader } from '../../etl/handoff/repeat/repeat-reader.js';
import type { Labelled } from './labelled-messages.js';

export type ReadTier = 'inferred' | 'asked again';
export const READ_TIERS: readonly ReadTier[] = ['inferred', 'asked again'];

/** How well one tier was found in some messages. */
export interface RepeatScore {
  /** Messages that the rules find. */
  found: number;
  /** Messages that a person labelled so. */
  labelled: number;
  /** Both; for a question about the brief, with the right section. */
  right: number;
  wrong: Labelled[];
  missed: Labelled[];
}

/** What a customer says is only ever inferred, and what an agent asks only ever asked again: that is how messages are read. */
function findsIn({ from, text, section }: Labelled, { tier, reader }: { tier: ReadTier; reader: RepeatReader }) {
  if (tier === 'inferred') {
    const found = from === 'customer' && reader.repeated(text) !== null;
    return { found, fits: found };
  }
  const sections = from === 'agent' ? reader.asked(text).map((asked) => asked.section as string) : [];
  return { found: sections.length > 0, fits: section !== null && sections.includes(section) };
}

export function repeatScore(messages: readonly Labelled[], { tier, reader }: { tier: ReadTier; reader: RepeatReader }): RepeatScore {
  const score: RepeatScore = { found: 0, labelled: 0, right: 0, wrong: [], missed: [] };
  for (const message of messages) {
    const { found, fits } = findsIn(message, { tier, reader });
    const wanted = message.label === tier;
    if (found) score.found += 1;
    if (wanted) score.labelled += 1;
    if (wanted && fits) score.right += 1;
    if (found && !(wanted && fits)) score.wrong.push(message);
    if (wanted && !fits) score.missed.push(message);
  }
  return score;
}
