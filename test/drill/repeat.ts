import { LANGUAGES } from '../../etl/handoff/repeat/language/language.js';
import { repeatReader } from '../../etl/handoff/repeat/repeat-reader.js';
import { wilson } from '../../server/kpi/statistics/wilson.js';
import { type Labelled, labelledMessages } from './labelled-messages.js';
import { READ_TIERS, type ReadTier, type RepeatScore, repeatScore } from './repeat-score.js';
import type { Tally } from './report.js';

/** What the held-out half must reach. */
export const AIM = { precision: 0.9, recall: 0.8 };

/** Precision and recall of the rules on the labelled messages, with 95 % limits; lists what they get wrong on the half they were tuned on. */
export function drillRepeat(): Tally {
  const tally = { passed: 0, failed: 0 };
  const messages = labelledMessages();
  console.log(`${messages.length} labelled messages. The held-out half is never looked at; its first runs are in the README beside it.`);
  for (const half of ['train', 'held-out'] as const) {
    const ofHalf = messages.filter((message) => message.half === half);
    for (const tier of READ_TIERS) {
      console.log(`\n${half}, ${tier}`);
      const score = printAll(tier, ofHalf);
      if (half === 'train') list(score);
      else if (reaches(score)) tally.passed += 1;
      else tally.failed += 1;
    }
  }
  return tally;
}

function printAll(tier: ReadTier, messages: readonly Labelled[]): RepeatScore {
  for (const language of LANGUAGES)
    print(
      language,
      tier,
      messages.filter((message) => message.language === language),
    );
  for (const round of [1, 2])
    print(
      `round ${round}`,
      tier,
      messages.filter((message) => message.round === round),
    );
  return print('all', tier, messages);
}

const reaches = ({ right, found, labelled }: RepeatScore): boolean => right / found >= AIM.precision && right / labelled >= AIM.recall;

function print(name: string, tier: ReadTier, messages: readonly Labelled[]): RepeatScore {
  const score = repeatScore(messages, { tier, reader: repeatReader() });
  console.log(`  ${name.padEnd(8)} precision ${share(score.right, score.found)}  recall ${share(score.right, score.labelled)}`);
  return score;
}

function share(x: number, n: number): string {
  if (n === 0) return 'of none'.padEnd(32);
  const { low, high } = wilson(x, n);
  return `${(x / n).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}) ${`${x}/${n}`.padEnd(8)}`;
}

function list({ wrong, missed }: RepeatScore): void {
  for (const { language, kind, text } of wrong) console.log(`    wrong  ${language} ${kind}: ${oneLine(text)}`);
  for (const { language, kind, text } of missed) console.log(`    missed ${language} ${kind}: ${oneLine(text)}`);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
