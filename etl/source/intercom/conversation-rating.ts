import type { FactRow } from '../source.js';
import { type Conversation, requesterOf } from './conversation.js';

/** The two best of five. */
const SATISFIED_FROM = 4;

/** The rating of a conversation, one at most: asked for, and answered when it has a number. */
export function ratingOf(conversation: Conversation): FactRow[] {
  const given = conversation.conversation_rating;
  if (!given || (given.rating == null && given.created_at == null)) return [];
  const score = given.rating ?? null;
  const askedAt = given.created_at ?? null;
  const row = {
    externalId: `rating:${conversation.id}`,
    ticketExternalId: conversation.id,
    personExternalId: given.contact?.id ?? requesterOf(conversation),
    kind: 'csat',
    scale: '1-5',
    score: score === null ? null : String(score),
    satisfied: score === null ? null : score >= SATISFIED_FROM,
    askedAt,
    answeredAt: score === null ? null : (given.updated_at ?? askedAt),
    comment: given.remark?.trim() || null,
  };
  return [row];
}
