type Row = Record<string, unknown>;

export interface Change {
  /** Column of `handoff`. */
  column: string;
  words: string;
  /** The moments that were not told before, in milliseconds. */
  added: number[];
}

const MOMENT: Record<string, string> = {
  won_at: 'Won',
  owner_named_at: 'Owner named',
  welcome_at: 'Welcomed',
  next_steps_at: 'Next steps sent',
  internal_meeting_at: 'Handoff meeting held',
  knowledge_transfer_at: 'Brief accepted',
  kickoff_at: 'Kickoff held',
  promise_gap_at: 'Promise gap found',
  promise_conversation_at: 'Promise talked about',
  onboarding_completed_at: 'Onboarding complete',
  first_value_at: 'First value',
  notice_at: 'Notice given',
  churned_at: 'Left',
  survey_asked_at: 'Survey sent',
  survey_answered_at: 'Survey answered',
};

const LIST: Record<string, string> = {
  contact_at: 'Contacts in the first 14 days',
  owner_change_at: 'Changes of owner',
  escalation_at: 'Escalations',
  repeat_at: 'Episodes of repeated information',
  brief_section_at: 'Sections of the brief filled',
};

const VALUE: Record<string, string> = {
  segment: 'Segment',
  owner_name: 'Sales rep',
  csm_name: 'CSM',
  arr: 'ARR',
  currency: 'Currency',
  survey_score: 'First answer',
};

/** What was told otherwise of a handoff, in words, in the time zone of the workspace; its coming or going alone where it came or went. */
export function changeWords({ before, after }: { before: Row; after: Row }, timeZone: string): Change[] {
  if ('removed_at' in after) return [coming(after.removed_at)];
  return Object.keys(after).flatMap((column) => {
    const [was, is] = [before[column] ?? null, after[column] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return wordsOf(column, { was, is, timeZone, beside: after }).map((words) => ({ column, words, added: addedTo(was, is) }));
  });
}

const coming = (removedAt: unknown): Change => ({
  column: 'removed_at',
  words: removedAt === null ? 'Is a handoff, and was not told of before' : 'Is no handoff any more: deleted, excluded, or not won',
  added: [],
});

function wordsOf(column: string, { was, is, timeZone, beside }: { was: unknown; is: unknown; timeZone: string; beside: Row }): string[] {
  const [moment, list, value] = [MOMENT[column], LIST[column], VALUE[column]];
  if (moment) return [momentWords(moment, { was: dateOf(was), is: dateOf(is), timeZone })];
  if (list) return [listWords(list, arrayOf(was), arrayOf(is))];
  if (value) return [`${value}: ${is ?? 'none'} instead of ${was ?? 'none'}`];
  if (column === 'survey_satisfied') return [`First answer: ${answer(is)} instead of ${answer(was)}`];
  if (column === 'repeat_tier') return 'repeat_at' in beside ? [] : ['Evidence of repeated information is another'];
  if (column === 'dimensions') return dimensionWords(was as Row | null, is as Row | null);
  return [];
}

function momentWords(label: string, { was, is, timeZone }: { was: Date | null; is: Date | null; timeZone: string }): string {
  if (!is) return `${label}: never instead of on ${dayOf(was, timeZone)}`;
  if (!was) return `${label} on ${dayOf(is, timeZone)} instead of never`;
  const [day, other] = [dayOf(is, timeZone), dayOf(was, timeZone)];
  if (day !== other) return `${label} on ${day} instead of ${other}`;
  return `${label} on ${day} at ${timeOf(is, timeZone)} instead of ${timeOf(was, timeZone)}`;
}

function listWords(label: string, was: unknown[], is: unknown[]): string {
  return was.length === is.length ? `${label}: ${is.length}, at other moments` : `${label}: ${is.length} instead of ${was.length}`;
}

/** Rep and CSM have columns of their own. */
function dimensionWords(was: Row | null, is: Row | null): string[] {
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter((name) => name !== 'owner' && name !== 'csm');
  return names.flatMap((name) => {
    const [old, now] = [was?.[name] ?? 'none', is?.[name] ?? 'none'];
    return old === now ? [] : [`${name}: ${now} instead of ${old}`];
  });
}

const answer = (satisfied: unknown) => (satisfied === null ? 'none' : satisfied ? 'satisfied' : 'not satisfied');

const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);

const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.filter((one) => one !== null) : []);

function addedTo(was: unknown, is: unknown): number[] {
  const moments = (value: unknown) => (Array.isArray(value) ? value : [value]).flatMap((one) => dateOf(one)?.getTime() ?? []);
  const old = new Set(moments(was));
  return moments(is).filter((at) => !Number.isNaN(at) && !old.has(at));
}

const dayOf = (at: Date | null, timeZone: string) =>
  at === null ? 'never' : new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(at);

const timeOf = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
