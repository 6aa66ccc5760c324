import { BRIEF_SECTIONS } from '../../etl/warehouse/index.js';
import { clusteredChange, clusteredEstimate, type Part } from './clustered.js';
import type { Kpi, Observation, Terms } from './kpi.js';
import { EVER, momentAt, timesIn } from './row-moment.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { targetsOf } from './targets.js';
import { listTold } from './told.js';

const SECTIONS = BRIEF_SECTIONS.length;
/** Sections at kickoff, or no kickoff yet. */
const SPAN = SECTIONS + 2;
const NO_KICKOFF = SECTIONS + 1;
/** No source tells of any brief. */
const NOT_TOLD = (SECTIONS + 1) * SPAN;

const atWon = (bin: number): number => Math.floor(bin / SPAN);
const atKickoff = (bin: number): number => bin % SPAN;
const told = (bin: number): boolean => bin < NOT_TOLD;
const held = (bin: number): boolean => told(bin) && atKickoff(bin) !== NO_KICKOFF;

const sections: Observation = {
  bins: NOT_TOLD + 1,
  see(columns, until, into) {
    const { won_at, kickoff_at } = columns.moment;
    if (!listTold(columns, 'brief_section_at', until)) {
      into.fill(NOT_TOLD);
      return;
    }
    const list = columns.list.brief_section_at;
    for (let row = 0; row < columns.count; row++) {
      const won = Math.min(until, momentAt(won_at, row));
      const kickoff = momentAt(kickoff_at, row);
      const first = timesIn(list, row, { start: EVER, end: won + 1 });
      into[row] = first * SPAN + (kickoff <= until ? timesIn(list, row, { start: EVER, end: kickoff + 1 }) : NO_KICKOFF);
    }
  },
};

const partAtWon: Part = (bin) => (told(bin) ? { m: atWon(bin), d: SECTIONS } : null);
const partAtKickoff: Part = (bin) => (held(bin) ? { m: atKickoff(bin), d: SECTIONS } : null);

export const briefCompleteness = ({ definition }: Terms): Kpi => ({
  id: 'brief-completeness',
  name: 'Brief completeness',
  question: 'How much of what sales knew is written down when the deal is won?',
  definition:
    'Mean share of the six sections of the brief that were filled by the moment the deal was won: customer context, why they bought, what we promised, political landscape, success metrics, red flags. Known at once, so young handoffs count in full.',
  statistic: 'Mean; Wilson limits for as many independent sections as the handoffs are worth, as the sections of one brief go together',
  unit: 'share',
  better: 'higher',
  targets: targetsOf(definition, 'brief-completeness'),
  headline: false,
  part: 'knowledge',
  windowDays: 0,
  version: definition.version,
  observe: sections,
  read(bin) {
    const filled = atWon(bin);
    if (!told(bin)) return { member: false, outcome: 'not told', value: null };
    return { member: true, outcome: filled === SECTIONS ? 'full' : filled === 0 ? 'empty' : 'partly', value: filled / SECTIONS };
  },
  outcomes: [
    { outcome: 'full', label: 'All six sections' },
    { outcome: 'partly', label: 'Some sections' },
    { outcome: 'empty', label: 'No section' },
    { outcome: 'not told', label: 'No source tells of briefs (not part of the number)' },
  ],
  estimate: clusteredEstimate(partAtWon),
  details: [
    { id: 'at-kickoff', label: 'At kickoff, of those held', unit: 'share', member: held, estimate: clusteredEstimate(partAtKickoff) },
    {
      id: 'full',
      label: 'All six sections when the deal was won',
      unit: 'share',
      estimate: ({ all }) => shareEstimate({ x: countOf(all, (bin) => told(bin) && atWon(bin) === SECTIONS), n: countOf(all, told) }),
    },
    {
      id: 'full-at-kickoff',
      label: 'All six sections at kickoff, of those held',
      unit: 'share',
      member: held,
      estimate: ({ all }) => shareEstimate({ x: countOf(all, (bin) => held(bin) && atKickoff(bin) === SECTIONS), n: countOf(all, held) }),
    },
  ],
  change: clusteredChange(partAtWon),
  curve: null,
});
