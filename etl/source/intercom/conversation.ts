import { z } from 'zod';
import { wireId, wireSeconds } from './wire-value.js';

const wireAuthor = z.looseObject({ type: z.string(), id: wireId.nullish() });
const wireTag = z.looseObject({ name: z.string().nullish(), applied_at: wireSeconds.nullish() });
const named = z.looseObject({ name: z.unknown() }).nullish();

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/conversation_part */
const wirePart = z.looseObject({
  id: wireId,
  part_type: z.string(),
  body: z.string().nullish(),
  created_at: wireSeconds,
  author: wireAuthor.nullish(),
  /** `name` is added by us for a team. */
  assigned_to: z.looseObject({ type: z.string().nullish(), id: wireId.nullish(), name: z.string().nullish() }).nullish(),
  tags: z.array(wireTag).nullish(),
  event_details: z.looseObject({ attribute: named, value: named }).nullish(),
});

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation */
export const wireConversation = z.looseObject({
  id: wireId,
  /** Added by us: whose inbox it lies in. */
  app_id: z.string().nullish(),
  title: z.string().nullish(),
  created_at: wireSeconds,
  updated_at: wireSeconds,
  state: z.string().nullish(),
  priority: z.string().nullish(),
  company: z.looseObject({ id: wireId }).nullish(),
  contacts: z.looseObject({ contacts: z.array(z.looseObject({ id: wireId })).nullish() }).nullish(),
  tags: z.looseObject({ tags: z.array(wireTag).nullish() }).nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  source: z
    .looseObject({ id: wireId.nullish(), subject: z.string().nullish(), body: z.string().nullish(), author: wireAuthor.nullish() })
    .nullish(),
  statistics: z.looseObject({ last_close_at: wireSeconds.nullish() }).nullish(),
  conversation_rating: z
    .looseObject({
      rating: z.number().int().min(1).max(5).nullish(),
      remark: z.string().nullish(),
      created_at: wireSeconds.nullish(),
      updated_at: wireSeconds.nullish(),
      contact: z.looseObject({ id: wireId.nullish() }).nullish(),
    })
    .nullish(),
  conversation_parts: z.looseObject({ conversation_parts: z.array(wirePart), total_count: z.number().nullish() }),
});

export type Conversation = z.output<typeof wireConversation>;
export type ConversationPart = Conversation['conversation_parts']['conversation_parts'][number];

export const partsOf = (conversation: Conversation): ConversationPart[] => conversation.conversation_parts.conversation_parts;

/** Who asked: the first contact, or whoever wrote first. Null for a conversation without any. */
export function requesterOf({ contacts, source }: Conversation): string | null {
  const [first] = contacts?.contacts ?? [];
  return first?.id ?? (isCustomer(source?.author?.type) ? (source?.author?.id ?? null) : null);
}

export const isCustomer = (authorType: string | undefined) => authorType === 'user' || authorType === 'lead' || authorType === 'contact';
