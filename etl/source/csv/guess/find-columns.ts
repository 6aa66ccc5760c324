import type { HandoffKind } from '../../../warehouse/index.js';
import type { ColumnSample } from './column-sample.js';
import type { FileSample } from './file-sample.js';

const ACCOUNT = '(account|company|customer|client|seller|organi[sz]ation|org)';
const isDate = ({ dateFormats }: ColumnSample) => dateFormats.length > 0;
const isNumber = ({ decimals }: ColumnSample) => decimals.length > 0;
const anything = () => true;

/** Headers by which a role is known, best first, and what its cells must be. */
const ROLES = {
  dealId: { headers: ['(deal|opportunity|opp) (id|number|no)', 'id', 'record id', 'deal', 'opportunity'], cells: anything },
  accountId: { headers: [`${ACCOUNT} (id|number|no|key)`, `(associated )?${ACCOUNT}( name)?`], cells: anything },
  accountName: { headers: [`${ACCOUNT} (name|title)`, ACCOUNT], cells: anything },
  domain: { headers: ['domain', `${ACCOUNT} (domain|website|url)`, 'website'], cells: anything },
  dealName: { headers: ['(deal|opportunity) ?name', 'name', 'title'], cells: anything },
  wonAt: {
    headers: ['(closed )?won (date|at|on|day|time)', 'won', '(close|closed|closing|signed|signature|contract|booking) ?(date|at|on|day)?'],
    cells: isDate,
  },
  createdAt: { headers: ['(create|created|creation) ?(date|at|on|day)?', 'first contact (date|at|on)'], cells: isDate },
  amount: {
    headers: ['amount( [a-z]{3})?', '(deal|contract|total) (amount|value|size)( [a-z]{3})?', 'tcv', 'acv', 'value'],
    cells: isNumber,
  },
  arr: { headers: ['arr', 'annual recurring revenue'], cells: isNumber },
  currency: { headers: ['(deal )?currency( code)?'], cells: anything },
  owner: { headers: ['(deal |opportunity |account )?owner( name| id)?', 'sales rep( id)?', '(sr|ae|rep)( id| name)?'], cells: anything },
  csm: { headers: ['csm( name| id| owner)?', 'customer success (manager|owner)'], cells: anything },
  score: { headers: ['(csat|nps|ces)( score)?', 'score', 'rating', 'satisfaction'], cells: anything },
  ticketId: { headers: ['(ticket|case|conversation) (id|number|no)', 'ticket'], cells: anything },
  openedAt: { headers: ['(opened|created|create|creation) ?(date|at|on)?'], cells: isDate },
  endedAt: { headers: ['(ended|end|cancelled|canceled|churned|churn|terminated) ?(date|at|on)?'], cells: isDate },
  startedAt: { headers: ['(started|start) ?(date|at|on)?'], cells: isDate },
  email: { headers: ['e ?mail( address)?'], cells: anything },
  eventKind: { headers: ['event( type| name| kind)?', 'type', 'kind', 'milestone', 'activity( type)?'], cells: anything },
  dealKind: { headers: ['(deal |opportunity |contract )?(type|kind)'], cells: anything },
  stage: { headers: ['(deal |opportunity )?(stage|status)( name)?', 'outcome', 'result'], cells: anything },
  subject: { headers: ['subject', 'title', 'summary'], cells: anything },
  priority: { headers: ['priority', 'severity'], cells: anything },
  tags: { headers: ['tags?', 'labels?'], cells: anything },
  body: { headers: ['(message |comment )?(body|text|content)', 'message', 'comment'], cells: anything },
  sentAt: { headers: ['(sent|created|posted|written) ?(date|at|on|time)?', '(message |comment )?(date|time)'], cells: isDate },
  author: { headers: ['(author|sender|from)( id| name)?'], cells: anything },
  side: { headers: ['(author|sender|user) ?(type|role)', 'direction', 'role', 'from customer', 'is customer', 'inbound'], cells: anything },
  visible: { headers: ['(is )?public', 'visible'], cells: anything },
  taskId: { headers: ['(task|to ?do|activity|issue) ?(id|number|no|key)'], cells: anything },
  taskName: { headers: ['(task|to ?do|activity)( name| title| subject)?', 'subject', 'title', 'summary'], cells: anything },
  dueAt: { headers: ['due( date| at| on)?', 'deadline'], cells: isDate },
  doneAt: { headers: ['(completed|done|finished|closed|resolved) ?(date|at|on)?', 'completion date'], cells: isDate },
  personId: { headers: ['(user|person|contact|agent|owner|employee|rep|csm) (id|number|no)', 'id'], cells: anything },
  personName: { headers: ['(full |user |person |contact |agent |owner )?name', 'first ?name'], cells: anything },
  enteredAt: {
    headers: ['(entered|changed|moved)( stage)? ?(date|at|on)?', 'stage (entered|changed)( at| on)?', '(date|time|at)'],
    cells: isDate,
  },
} as const;

export type Role = keyof typeof ROLES;

/** The column of a file that plays a role, by its header and cells; undefined when none reads like it. */
export function findColumn({ columns }: FileSample, role: Role): string | undefined {
  const { headers, cells } = ROLES[role];
  for (const header of headers) {
    const found = columns.find((candidate) => new RegExp(`^${header}$`).test(candidate.words) && cells(candidate));
    if (found) return found.column;
  }
  return undefined;
}

/** The columns of the roles that a file has. */
export function columnsOf(sample: FileSample, roles: Record<string, Role>): Record<string, string> {
  const found = Object.entries(roles).map(([name, role]) => [name, findColumn(sample, role)] as const);
  return Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** Id or name of the customer. */
export const accountIn = (sample: FileSample): string | undefined => findColumn(sample, 'accountId') ?? findColumn(sample, 'accountName');

/** The different cells of the column that plays a role. */
export function valuesOf(sample: FileSample, role: Role): { column: string; values: string[] } | null {
  const found = sample.columns.find(({ column }) => column === findColumn(sample, role));
  return found ? { column: found.column, values: found.distinct } : null;
}

/** Words by which something that happened is known, in headers and in the values of a column. */
const HAPPENED: [RegExp, HandoffKind][] = [
  [/first value|go ?live|went live|activated|activation|first (order|sale|use)/, 'first-value'],
  [/kick ?off.*schedul|schedul.*kick ?off/, 'kickoff-scheduled'],
  [/kick ?off/, 'kickoff-held'],
  [/onboarding.*(complete|done|finish|end)/, 'onboarding-completed'],
  [/welcome/, 'welcome-sent'],
  [/brief.*accept|knowledge transfer/, 'brief-accepted'],
  [/escalat/, 'escalated'],
  [/notice/, 'notice-given'],
  [/churn|cancel/, 'churned'],
];

/** What words say happened; undefined when they say nothing we know. */
export const happenedIn = (words: string): HandoffKind | undefined => HAPPENED.find(([pattern]) => pattern.test(words))?.[1];
