import { BRIEF_SECTIONS } from '../../etl/warehouse/index.js';
import type { ClockFacts } from '../handoff/clock.js';
import { type ReadClock, readClocks } from '../handoff/clock-reading.js';
import type { Reading } from '../handoff/clock-state.js';
import { type Columns, DAY_SECONDS, type Moment, type MomentList, NEVER, toDate } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';

/** By which definition a handoff is read, and in which hours. */
export type ReadBy = Omit<Reading, 'at'>;

/** What is known of one handoff at a moment, in seconds since EPOCH. What came later does not exist. */
export interface Seen {
  row: number;
  at: number;
  wonAt: number;
  ageDays: number;
  clocks: ReadClock[];
  sectionsFilled: number;
  sectionsFilledAtStart: number;
  escalations: number[];
  repeats: number[];
  ownerChanges: number[];
  noticeAt: number | null;
  /** The first answer, when it came in the first week; null when there is none. */
  answer: { at: number; satisfied: boolean; score: number | null } | null;
}

interface Watched {
  snapshot: Snapshot;
  row: number;
  facts: ClockFacts;
}

/** Looks at one handoff, at one moment after the other. */
export function watch(snapshot: Snapshot, row: number, by: ReadBy): (at: number) => Seen {
  const facts = clockFacts(snapshot, row);
  return (at) => see({ snapshot, row, facts }, { ...by, at });
}

function see({ snapshot: { columns }, row, facts }: Watched, { at, definition, ...rest }: ReadBy & { at: number }): Seen {
  const wonAt = columns.moment.won_at[row] ?? NEVER;
  const filled = (by: number) => listed(columns, row, { list: 'brief_section_at', at: by }).length;
  return {
    row,
    at,
    wonAt,
    ageDays: (at - wonAt) / DAY_SECONDS,
    clocks: readClocks(facts, { ...rest, definition, at: toDate(at) }),
    sectionsFilled: Math.min(BRIEF_SECTIONS.length, filled(at)),
    sectionsFilledAtStart: Math.min(BRIEF_SECTIONS.length, filled(Math.min(at, wonAt))),
    escalations: listed(columns, row, { list: 'escalation_at', at }),
    repeats: listed(columns, row, { list: 'repeat_at', at }),
    ownerChanges: listed(columns, row, { list: 'owner_change_at', at }),
    noticeAt: momentBy(columns, row, { moment: 'notice_at', at }),
    answer: answerOf(columns, row, { at, days: definition.windows.csatDays }),
  };
}

/** The moments of a handoff as its clocks read them, to the second. */
export function clockFacts(snapshot: Snapshot, row: number): ClockFacts {
  const { columns } = snapshot;
  const date = (moment: Moment) => {
    const at = columns.moment[moment][row] ?? NEVER;
    return at === NEVER ? null : toDate(at);
  };
  const segment = snapshot.dimension('segment');
  return {
    segment: segment?.values[segment.codes[row] ?? 0] ?? 'standard',
    wonAt: toDate(columns.moment.won_at[row] ?? NEVER),
    ownerNamedAt: date('owner_named_at'),
    welcomeAt: date('welcome_at'),
    nextStepsAt: date('next_steps_at'),
    internalMeetingAt: date('internal_meeting_at'),
    knowledgeTransferAt: date('knowledge_transfer_at'),
    kickoffAt: date('kickoff_at'),
    promiseGapAt: date('promise_gap_at'),
    promiseConversationAt: date('promise_conversation_at'),
    onboardingCompletedAt: date('onboarding_completed_at'),
    firstValueAt: date('first_value_at'),
    noticeAt: date('notice_at'),
    churnedAt: date('churned_at'),
    surveyAskedAt: date('survey_asked_at'),
    surveyAnsweredAt: date('survey_answered_at'),
    contactAt: listed(columns, row, { list: 'contact_at', at: NEVER - 1 }).map(toDate),
  };
}

/** The moments of a list that had come by `at`. */
function listed({ list }: Columns, row: number, { list: name, at }: { list: MomentList; at: number }): number[] {
  const { offsets, values } = list[name];
  const found: number[] = [];
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
    const moment = values[i] ?? NEVER;
    if (moment <= at) found.push(moment);
  }
  return found;
}

/** The moment if it had come by `at`, else null. */
function momentBy({ moment }: Columns, row: number, { moment: name, at }: { moment: Moment; at: number }): number | null {
  const found = moment[name][row] ?? NEVER;
  return found <= at ? found : null;
}

function answerOf(columns: Columns, row: number, { at, days }: { at: number; days: number }): Seen['answer'] {
  const answeredAt = momentBy(columns, row, { moment: 'survey_answered_at', at });
  const wonAt = columns.moment.won_at[row] ?? NEVER;
  const satisfied = columns.satisfied[row] ?? -1;
  if (answeredAt === null || satisfied === -1 || answeredAt < wonAt || answeredAt >= wonAt + days * DAY_SECONDS) return null;
  const tenths = columns.scoreTenths[row] ?? 0;
  return { at: answeredAt, satisfied: satisfied === 1, score: tenths === 0 ? null : tenths / 10 };
}
