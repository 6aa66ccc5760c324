import type { FactRow } from '../source.js';
import { type Conversation, type ConversationPart, partsOf } from './conversation.js';
import type { IntercomMapping } from './settings.js';

/** One sign in a conversation that something happened. */
export interface Sign {
  /** Unique within the conversation. */
  key: string;
  at: Date;
  personExternalId: string | null;
}

export interface Happened {
  /** Oldest first. */
  escalations: Sign[];
  repeats: Sign[];
}

/** Reads tags, moves between teams and attributes by the mapping. */
export function happenedIn(conversation: Conversation, mapping: IntercomMapping): Happened {
  const escalations = [
    ...tagged(conversation, mapping.escalatedTags),
    ...moved(conversation, mapping.escalatedTeams),
    ...attributed(conversation, mapping.escalatedAttributes),
  ];
  const repeats = [...tagged(conversation, mapping.repeatTags), ...attributed(conversation, mapping.repeatAttributes)];
  return { escalations: oldestFirst(escalations), repeats: oldestFirst(repeats) };
}

const oldestFirst = (signs: Sign[]) => [...signs].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));

/** When a tag was applied; where Intercom does not say, when the part that bears it was written, or else when all began. */
function tagged(conversation: Conversation, wanted: string[]): Sign[] {
  const onParts = partsOf(conversation).flatMap((part) => (part.tags ?? []).map((tag) => ({ tag, part })));
  return wanted.flatMap((name) => {
    const own = (conversation.tags?.tags ?? []).find((tag) => tag.name === name);
    const bearing = onParts.find(({ tag }) => tag.name === name);
    if (!own && !bearing) return [];
    const at = own?.applied_at ?? bearing?.tag.applied_at ?? bearing?.part.created_at ?? conversation.created_at;
    return [{ key: `tag:${name}`, at, personExternalId: null }];
  });
}

/** A conversation that began in a team was not moved there: only a later assignment counts. */
function moved(conversation: Conversation, teams: string[]): Sign[] {
  return partsOf(conversation)
    .filter(({ assigned_to: to }) => to?.type === 'team' && (teams.includes(to.id ?? '') || teams.includes(to.name ?? '')))
    .map((part) => sign('team', part));
}

function attributed(conversation: Conversation, wanted: Record<string, string[]>): Sign[] {
  const means = (name: string, value: unknown) => {
    const text = String(value ?? '').toLowerCase();
    return (wanted[name] ?? []).some((one) => one.toLowerCase() === text);
  };
  const changed = partsOf(conversation).filter(({ event_details: details }) =>
    means(String(details?.attribute?.name ?? ''), details?.value?.name),
  );
  const told = new Set(changed.map(({ event_details: details }) => String(details?.attribute?.name)));
  // An attribute may be set without a part that says so: by the API, or among parts that are cut off.
  const silent = Object.entries(conversation.custom_attributes ?? {}).filter(([name, value]) => means(name, value) && !told.has(name));
  return [
    ...changed.map((part) => sign('attribute', part)),
    ...silent.map(([name]) => ({ key: `attribute:${name}`, at: conversation.created_at, personExternalId: null })),
  ];
}

const sign = (what: string, { id, created_at: at, author }: ConversationPart): Sign => ({
  key: `${what}:${id}`,
  at,
  personExternalId: author?.type === 'bot' ? null : (author?.id ?? null),
});

export const eventsOf = (conversation: Conversation, { escalations, repeats }: Happened): FactRow[] => [
  ...escalations.map((one) => event(conversation, one, { kind: 'escalated', detail: null })),
  ...repeats.map((one) => event(conversation, one, { kind: 'information-repeated', detail: 'reported' })),
];

const event = (
  { id }: Conversation,
  { key, at, personExternalId }: Sign,
  { kind, detail }: { kind: string; detail: string | null },
): FactRow => ({
  externalId: `conversation:${id}:${kind}:${key}`,
  kind,
  at,
  ticketExternalId: id,
  personExternalId,
  detail,
});
