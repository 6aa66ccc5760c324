import type { MappedFile } from '../mapping-file.js';
import type { About } from './about.js';
import type { FileSample } from './file-sample.js';
import { accountIn, columnsOf, findColumn } from './find-columns.js';
import { guessDeals, momentsIn } from './guess-deals.js';
import { guessDimensions } from './guess-dimensions.js';
import { firstDate, guessEvents } from './guess-events.js';
import { guessMessages, guessPeople, guessStages, guessTasks } from './guess-records.js';
import { guessWriting } from './guess-writing.js';

/** A guess, and what a person should look at. */
export interface Guess {
  file: MappedFile;
  notes: string[];
}

/** What a file is about and which column says what; null when its headers say nothing we know. */
export function guessFile(sample: FileSample): Guess | null {
  const guesses = [
    ...[guessStages, guessDeals, guessMessages, tickets, surveys, subscriptions],
    ...[guessTasks, guessPeople, guessEvents, accounts],
  ];
  const found = guesses.reduce<About | null>((known, guess) => known ?? guess(sample), null);
  if (!found) return null;
  const writing = guessWriting(sample, JSON.stringify(found.file));
  return { file: { path: sample.path, ...writing.said, ...found.file } as MappedFile, notes: [...found.notes, ...writing.notes] };
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
  const opened = columnsOf(sample, { openedAt: 'openedAt', subject: 'subject', priority: 'priority', tags: 'tags' });
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
  const kind = /\bnps\b/.test(score.words) ? 'nps' : 'csat';
  const scale = kind === 'nps' ? '0-10' : scaleOf(score.decimals.length > 0 ? score.cells : null);
  const columns = { ...whose, score: score.column, answeredAt };
  return { file: { what: 'surveys', kind, scale, columns }, notes: [`${score.column} is taken as ${kind} on the scale ${scale}`] };
}

/** Of the numbers that were answered; null when they were words. */
function scaleOf(answers: string[] | null) {
  if (answers === null) return 'good-bad';
  return Math.max(...answers.map(Number)) <= 5 ? '1-5' : '1-10';
}

function subscriptions(sample: FileSample): About | null {
  const account = accountIn(sample);
  const dates = columnsOf(sample, { startedAt: 'startedAt', endedAt: 'endedAt', arr: 'arr' });
  if (!account || !dates.endedAt || !dates.startedAt) return null;
  return { file: { what: 'subscriptions', columns: { account, ...dates } }, notes: [`service is taken as ended at ${dates.endedAt}`] };
}
