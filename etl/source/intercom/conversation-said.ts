import type { FactRow } from '../source.js';
import { type Conversation, type ConversationPart, isCustomer, partsOf } from './conversation.js';

/** Parts in which somebody speaks to the customer. Others carry text too, for the log: attributes set, participants added, languages found. */
const SPOKEN = new Set(['comment', 'open', 'close', 'assignment', 'assign_and_reopen', 'quick_reply']);
/** 'note', 'note_and_close' and the like. */
const isNote = (type: string) => type === 'note' || type.startsWith('note_and_');

/** What people said. A bot's words are nobody's: they neither welcome a customer nor end a quiet time. */
export function messagesOf(conversation: Conversation): FactRow[] {
  return [...opening(conversation), ...partsOf(conversation).flatMap((part) => spoken(conversation, part))];
}

function opening({ id, created_at, source }: Conversation): FactRow[] {
  const body = textOf(source?.body);
  const author = source?.author ?? null;
  if (body === null || author?.type === 'bot') return [];
  const row = {
    externalId: `source:${id}`,
    ticketExternalId: id,
    authorExternalId: author?.id ?? null,
    fromCustomer: isCustomer(author?.type),
    visible: true,
    sentAt: created_at,
    body,
  };
  return [row];
}

function spoken(
  { id }: Conversation,
  { id: partId, part_type: type, body: said, author, created_at: sentAt }: ConversationPart,
): FactRow[] {
  const body = textOf(said);
  const note = isNote(type);
  if (body === null || author?.type === 'bot' || !(note || SPOKEN.has(type))) return [];
  const row = {
    // Parts are numbered within a conversation's workspace, but some kinds have come with the id of another conversation's part.
    externalId: `part:${id}:${partId}`,
    ticketExternalId: id,
    authorExternalId: author?.id ?? null,
    fromCustomer: isCustomer(author?.type),
    visible: !note,
    sentAt,
    body,
  };
  return [row];
}

const textOf = (body: string | null | undefined): string | null => body?.trim() || null;
