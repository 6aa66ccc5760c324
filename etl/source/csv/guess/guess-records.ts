import type { About } from './about.js';
import type { FileSample } from './file-sample.js';
import { accountIn, columnsOf, findColumn, valuesOf } from './find-columns.js';

/** More values than these are no kinds of writers. */
const MOST_SIDES = 12;

/** A file with a deal, the stage it went into, and when. */
export function guessStages(sample: FileSample): About | null {
  const columns = columnsOf(sample, { deal: 'dealId', stage: 'stage', enteredAt: 'enteredAt' });
  const stages = valuesOf(sample, 'stage')?.values ?? [];
  const won = stages.filter((value) => /\bwon\b/i.test(value.replace(/([a-z])([A-Z])/g, '$1 $2')));
  if (!columns.deal || !columns.stage || !columns.enteredAt || won.length === 0 || findColumn(sample, 'amount')) return null;
  return {
    file: { what: 'stages', columns: { ...columns, won: { column: columns.stage, values: won } } },
    notes: [`a deal is taken as won when it goes into ${won.join(' or ')}`],
  };
}

/** A file with a ticket, what was written, and when. */
export function guessMessages(sample: FileSample): About | null {
  const columns = columnsOf(sample, { ticket: 'ticketId', body: 'body', sentAt: 'sentAt', author: 'author', visible: 'visible' });
  const side = valuesOf(sample, 'side');
  if (!columns.ticket || !columns.body || !columns.sentAt || !side || side.values.length > MOST_SIDES) return null;
  const values = side.values.filter((value) => /customer|client|user|contact|requester|inbound|incoming|^(true|yes|1)$/i.test(value));
  if (values.length === 0) return null;
  return {
    file: { what: 'messages', columns: { ...columns, fromCustomer: { column: side.column, values } } },
    notes: [`a message is taken as the customer's where ${side.column} is ${values.join(' or ')}`],
  };
}

/** A file with tasks of customers or deals, with a day on which they were due or done. */
export function guessTasks(sample: FileSample): About | null {
  const account = accountIn(sample);
  const deal = columnsOf(sample, { deal: 'dealId' }).deal;
  const id = findColumn(sample, 'taskId');
  const columns = columnsOf(sample, {
    subject: 'taskName',
    owner: 'owner',
    createdAt: 'createdAt',
    dueAt: 'dueAt',
    doneAt: 'doneAt',
  });
  const whose = { ...(account && { account }), ...(deal && deal !== id && deal !== account && { deal }) };
  if ((!columns.dueAt && !columns.doneAt) || (!id && !columns.subject) || Object.keys(whose).length === 0) return null;
  if (findColumn(sample, 'ticketId')) return null;
  return {
    file: { what: 'tasks', columns: { ...(id && { id }), ...whose, ...columns } },
    notes: ['tasks are told but mean nothing yet; add "kind" to say what a finished one means, as kickoff-held'],
  };
}

/** A file with people and their e-mail. Those of a company are taken as customers. */
export function guessPeople(sample: FileSample): About | null {
  const columns = columnsOf(sample, { id: 'personId', name: 'personName', email: 'email' });
  if (!columns.email || !columns.name) return null;
  const account = accountIn(sample);
  const id = columns.id ?? columns.email;
  return {
    file: { what: 'people', columns: { ...columns, id, ...(account && { account }) } },
    notes: ['people are taken as colleagues; add "internal" to its columns to say who is not'],
  };
}
