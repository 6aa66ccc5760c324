import { BRIEF_SECTIONS, type HandoffKind } from '../../etl/warehouse/index.js';
import type { ReadClock } from '../handoff/clock-reading.js';
import type { Input } from './measured.js';
import { ago, often } from './reason-words.js';
import type { Seen } from './seen.js';

export const REASON_KINDS = ['notice', 'escalation', 'csat', 'repeat', 'promise', 'owner', 'clock', 'brief', 'owner-changed'] as const;

/** One thing that is wrong with an open handoff. */
export interface Reason {
  kind: (typeof REASON_KINDS)[number];
  /** Those of a clock are its own, and this is empty. */
  words: string;
  clock: ReadClock | null;
  /** It alone puts a handoff on the list. */
  pressing: boolean;
  /** The feature of the model that is the same thing; null when none is. */
  feature: string | null;
  /** Kinds of event that tell of it, and when; the newest of them when `at` is null. */
  kinds: readonly HandoffKind[];
  at: number | null;
}

/** A brief with at most so many of its sections puts a handoff on the list. */
const FEW_SECTIONS = BRIEF_SECTIONS.length / 2;

/** What is wrong, what happened before what is missing: breached clocks before those at risk, the longest target first. Only what is recorded at all speaks. */
export function reasonsOf(seen: Seen, measured: ReadonlySet<Input>): Reason[] {
  const clocks = seen.clocks
    .filter(({ clock }) => measured.has(clock.id))
    .filter(isRunningOut)
    .sort(byWeight);
  const breached = clocks.filter(({ state }) => state.state === 'breached');
  const atRisk = clocks.filter(({ state }) => state.state !== 'breached');
  return [
    ...noticeReason(seen),
    ...eventReasons(seen),
    ...breached.map(clockReason),
    ...(measured.has('brief') ? briefReason(seen) : []),
    ...atRisk.map(clockReason),
    ...ownerReason(seen),
  ];
}

/** Whether a handoff is on the list. */
export const isListed = (reasons: readonly Reason[]): boolean => reasons.some(({ pressing }) => pressing);

const isRunningOut = ({ state }: ReadClock) => state.running && (state.state === 'breached' || state.state === 'at risk');

function byWeight(a: ReadClock, b: ReadClock): number {
  return b.targetHours - a.targetHours;
}

function clockReason(clock: ReadClock): Reason {
  const { id, startKinds } = clock.clock;
  const breached = clock.state.state === 'breached';
  const plain = { words: '', clock, pressing: true, kinds: startKinds, at: null };
  if (id === 'promise-conversation') return { ...plain, kind: 'promise', feature: breached ? 'promise-unspoken' : null };
  return { ...plain, kind: id === 'owner-named' ? 'owner' : 'clock', feature: breached ? id : null };
}

function noticeReason({ noticeAt, at }: Seen): Reason[] {
  if (noticeAt === null) return [];
  return [{ kind: 'notice', words: `Notice given ${ago(noticeAt, at)}`, ...told('notice-given', noticeAt), feature: null }];
}

function eventReasons({ escalations, repeats, answer, at }: Seen): Reason[] {
  const [escalated, repeated] = [escalations.at(-1), repeats.at(-1)];
  const score = answer?.score == null ? '' : ` (${answer.score} of 5)`;
  const unhappy = answer && !answer.satisfied ? answer : null;
  return [
    ...(escalated === undefined
      ? []
      : [
          {
            kind: 'escalation' as const,
            words: `Escalated ${often(escalations, at)}`,
            ...told('escalated', escalated),
            feature: 'escalations',
          },
        ]),
    ...(unhappy
      ? [
          {
            kind: 'csat' as const,
            words: `Unhappy in the first week${score}, ${ago(unhappy.at, at)}`,
            ...told('survey-answered', unhappy.at),
            feature: 'unhappy',
          },
        ]
      : []),
    ...(repeated === undefined
      ? []
      : [
          {
            kind: 'repeat' as const,
            words: `Customer had to repeat information ${often(repeats, at)}`,
            ...told('information-repeated', repeated),
            feature: 'repeats',
          },
        ]),
  ];
}

const told = (kind: HandoffKind, at: number) => ({ clock: null, pressing: true, kinds: [kind], at });

function briefReason({ sectionsFilled, sectionsFilledAtStart }: Seen): Reason[] {
  if (sectionsFilled >= BRIEF_SECTIONS.length) return [];
  const before = sectionsFilledAtStart < sectionsFilled ? ` (${sectionsFilledAtStart} when the deal was won)` : '';
  const words = `Brief has ${sectionsFilled} of ${BRIEF_SECTIONS.length} sections${before}`;
  return [{ kind: 'brief', words, clock: null, pressing: sectionsFilled <= FEW_SECTIONS, feature: 'brief', kinds: ['deal-won'], at: null }];
}

function ownerReason({ ownerChanges, at }: Seen): Reason[] {
  const last = ownerChanges.at(-1);
  if (last === undefined) return [];
  const words = `Owner changed ${often(ownerChanges, at)}`;
  return [{ kind: 'owner-changed', words, ...told('owner-changed', last), pressing: false, feature: 'owner-changes' }];
}
