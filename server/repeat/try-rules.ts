import type { DataSource } from 'typeorm';
import { languageOf } from '../../etl/handoff/repeat/language/language-of.js';
import { type RepeatReader, repeatReader } from '../../etl/handoff/repeat/repeat-reader.js';
import type { Handoff } from '../../etl/warehouse/index.js';
import { evidenceShape } from '../handoff/evidence.js';
import type { Question } from '../kpi/question.js';
import { type CustomerMessage, latestHandoffs, latestMessages } from './latest-messages.js';
import { passageIn } from './passage.js';
import type { TryAnswer, TryBody } from './repeat.schema.js';
import { type ReportedConversation, reportedConversations } from './reported-conversations.js';

const SHOWN = 50;
const SAID = 5;
const SAID_CHARACTERS = 300;

type Names = Pick<Handoff, 'id' | 'name' | 'accountName' | 'wonAt' | 'csmName'>;

/** One message under both sets of rules; null where a set finds nothing. */
interface Tried {
  message: CustomerMessage;
  inForce: string | null;
  tried: string | null;
}

/** What rules would find in the latest messages of customers, beside what the rules in force find, and what people reported and none finds. */
export async function tryRules(db: DataSource, question: Question, { rules, messages: limit }: TryBody): Promise<TryAnswer> {
  const inForce = question.terms.definition.definition.rules.repeat;
  const given = Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
  const readers = { inForce: repeatReader(inForce), tried: repeatReader({ ...inForce, ...given }) };
  const messages = await latestMessages(db, question, limit);
  const reported = await reportedConversations(db, question, latestHandoffs(question));
  const tried = messages.map((message) => triedWith(readers, message));
  const hits = tried.filter((one) => one.tried !== null);
  const came = hits.filter((one) => one.inForce === null);
  const went = tried.filter((one) => one.tried === null && one.inForce !== null);
  const found = new Set(hits.map(({ message }) => keyOf(message)));
  const read = new Set(messages.map(keyOf));
  const looked = reported.filter((one) => read.has(keyOf(one)));
  const missed = looked.filter((one) => !found.has(keyOf(one)));
  const shownHits = [...came, ...hits.filter((one) => one.inForce !== null)].slice(0, SHOWN);
  const names = await namesOf(
    db,
    question,
    [...shownHits, ...went].map(({ message }) => message.handoffId).concat(missed.map((one) => one.handoffId)),
  );
  return {
    ...{ read: messages.length, hits: hits.length, came: came.length, went: went.length, reported: looked.length, missed: missed.length },
    hitItems: shownHits.flatMap((one) => toldMessage(one, one.tried, names)),
    wentItems: went.slice(0, SHOWN).flatMap((one) => toldMessage(one, one.inForce, names)),
    missedItems: missed.slice(0, SHOWN).flatMap((one) => toldMissed(one, messages, names)),
  };
}

const keyOf = ({ sourceId, ticketId }: { sourceId: string; ticketId: string }) => `${sourceId} ${ticketId}`;

const triedWith = (readers: Record<'inForce' | 'tried', RepeatReader>, message: CustomerMessage): Tried => ({
  message,
  inForce: readers.inForce.repeated(message.body),
  tried: readers.tried.repeated(message.body),
});

async function namesOf(db: DataSource, { workspace }: Question, ids: readonly string[]): Promise<Map<string, Names>> {
  const rows = await db.query<Names[]>(
    `select id, name, account_name as "accountName", won_at as "wonAt", csm_name as "csmName" from handoff where workspace_id = $1 and id = any($2)`,
    [workspace.id, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const told = ({ id, name, accountName, wonAt, csmName }: Names) => ({
  handoffId: id,
  handoffName: name,
  accountName,
  wonAt: wonAt.toISOString(),
  csm: csmName,
});

function toldMessage({ message, inForce }: Tried, words: string | null, names: Map<string, Names>): TryAnswer['hitItems'] {
  const handoff = names.get(message.handoffId);
  if (!handoff || words === null) return [];
  return [
    {
      ...told(handoff),
      at: message.at.toISOString(),
      language: languageOf(message.body),
      passage: passageIn(message.body, words),
      inForce: inForce !== null,
      record: evidenceShape(message),
    },
  ];
}

function toldMissed(one: ReportedConversation, messages: readonly CustomerMessage[], names: Map<string, Names>): TryAnswer['missedItems'] {
  const handoff = names.get(one.handoffId);
  const said = messages.filter((message) => keyOf(message) === keyOf(one)).slice(0, SAID);
  if (!handoff) return [];
  return [
    {
      ...told(handoff),
      at: one.at.toISOString(),
      subject: one.title,
      said: said.map(({ body }) => body.replace(/\s+/g, ' ').slice(0, SAID_CHARACTERS)),
      record: evidenceShape(one),
    },
  ];
}
