import type { MappedFile } from '../mapping-file.js';
import type { FileSample } from './file-sample.js';
import { findColumn, happenedIn, type Role } from './find-columns.js';
import { guessDimensions } from './guess-dimensions.js';
import { guessWriting } from './guess-writing.js';

/** A guess, and what a person should look at. */
export interface Guess {
  file: MappedFile;
  notes: string[];
}

type About = Pick<Guess, 'notes'> & { file: object };

/** What a file is about and which column says what; null when its headers say nothing we know. */
export function guessFile(sample: FileSample): Guess | null {
  const found = [deals, tickets, surveys, subscriptions, events, accounts].reduce<About | null>(
    (known, guess) => known ?? guess(sample),
    null,
  );
  if (!found) return null;
  const writing = guessWriting(sample, JSON.stringify(found.file));
  return { file: { path: sample.path, ...writing.said, ...found.file } as MappedFile, notes: [...found.notes, ...writing.notes] };
}

const accountIn = (sample: FileSample) => findColumn(sample, 'accountId') ?? findColumn(sample, 'accountName');

/** The columns of the roles that a file has. */
function columnsOf(sample: FileSample, roles: Record<string, Role>): Record<string, string> {
  const found = Object.entries(roles).map(([name, role]) => [name, findColumn(sample, role)] as const);
  return Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

function deals(sample: FileSample): About | null {
  const id = findColumn(sample, 'dealId');
  const account = accountIn(sample);
  if (!id || !account || !findColumn(sample, 'wonAt')) return null;
  const roles = columnsOf(sample, {
    name: 'dealName',
    wonAt: 'wonAt',
    amount: 'amount',
    arr: 'arr',
    currency: 'currency',
    owner: 'owner',
    csm: 'csm',
    createdAt: 'createdAt',
    accountName: 'accountName',
  });
  if (roles.accountName === account) delete roles.accountName;
  const columns = { id, account, ...roles };
  const moments = momentsIn(sample, Object.values(columns));
  const dimensions = guessDimensions(sample, [...Object.values(columns), ...Object.values(moments)]);
  const notes = [`every row with a ${roles.wonAt} is taken as a won deal; if lost deals have one too, add "won" to its columns`];
  return { file: { what: 'deals', columns, dimensions, moments }, notes };
}

/** Dates whose header says what happened. */
function momentsIn({ columns }: FileSample, used: string[]): Record<string, string> {
  const dates = columns.filter(({ column, dateFormats }) => dateFormats.length > 0 && !used.includes(column));
  return Object.fromEntries(dates.flatMap(({ column, words }) => (happenedIn(words) ? [[happenedIn(words), column]] : [])));
}

function accounts(sample: FileSample): About | null {
  const id = findColumn(sample, 'accountId');
  if (!id) return null;
  const columns = { id, ...columnsOf(sample, { name: 'accountName', domain: 'domain', csm: 'csm', createdAt: 'createdAt' }) };
  const moments = momentsIn(sample, Object.values(columns));
  const dimensions = guessDimensions(sample, [...Object.values(columns), ...Object.values(moments)]);
  return { file: { what: 'accounts', columns, dimensions, moments }, notes: [] };
}

function tickets(sample: FileSample): About | null {
  const id = findColumn(sample, 'ticketId');
  const account = accountIn(sample);
  const opened = columnsOf(sample, { openedAt: 'openedAt', subject: 'subject', priority: 'priority' });
  if (!id || !account || !opened.openedAt) return null;
  const escalated = opened.priority ? { escalated: { column: opened.priority, values: ['urgent', 'Urgent'] } } : {};
  const notes = opened.priority ? [`a ticket whose ${opened.priority} is urgent is taken as an escalation`] : [];
  return { file: { what: 'tickets', columns: { id, account, ...opened, ...escalated } }, notes };
}

function surveys(sample: FileSample): About | null {
  const score = sample.columns.find(({ column }) => column === findColumn(sample, 'score'));
  const answeredAt = firstDate(sample);
  const whose = columnsOf(sample, { account: 'accountId', deal: 'dealId' });
  if (!score || !answeredAt || (!whose.account && !whose.deal)) return null;
  const words = score.decimals.length === 0;
  const most = Math.max(...score.cells.map(Number));
  const scale = words ? 'good-bad' : most <= 5 ? '1-5' : '1-10';
  const kind = /nps/.test(score.words) ? 'nps' : 'csat';
  const said = kind === 'nps' ? '0-10' : scale;
  return {
    file: { what: 'surveys', kind, scale: said, columns: { ...whose, score: score.column, answeredAt } },
    notes: [`${score.column} is taken as ${kind} on the scale ${said}`],
  };
}

function subscriptions(sample: FileSample): About | null {
  const account = accountIn(sample);
  const dates = columnsOf(sample, { startedAt: 'startedAt', endedAt: 'endedAt', arr: 'arr' });
  if (!account || !dates.endedAt || !dates.startedAt) return null;
  return { file: { what: 'subscriptions', columns: { account, ...dates } }, notes: [`the service is taken as ended at ${dates.endedAt}`] };
}

function events(sample: FileSample): About | null {
  const whose = columnsOf(sample, { account: 'accountId', deal: 'dealId' });
  const at = firstDate(sample);
  if (!at || (!whose.account && !whose.deal)) return null;
  const teller = sample.columns.find(({ column }) => column === findColumn(sample, 'eventKind'));
  const values = Object.fromEntries(
    (teller?.distinct ?? []).flatMap((value) => (happenedIn(value.toLowerCase()) ? [[value, happenedIn(value.toLowerCase())]] : [])),
  );
  if (teller && Object.keys(values).length > 0)
    return {
      file: { what: 'events', kind: { column: teller.column, values }, columns: { ...whose, at } },
      notes: [`only these values of ${teller.column} are events: ${Object.keys(values).join(', ')}`],
    };
  return {
    file: { what: 'events', kind: 'first-value', columns: { ...whose, at } },
    notes: [`the first ${at} of each customer is taken as first value`],
  };
}

function firstDate({ columns }: FileSample): string | undefined {
  const dates = columns.filter(({ dateFormats }) => dateFormats.length > 0);
  return (dates.find(({ words }) => /answer|respon|submit|event|occur|happen/.test(words)) ?? dates[0])?.column;
}
