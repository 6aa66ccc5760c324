import { Event, Message, SurveyResponse, Ticket } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Page, Position, Stream } from '../source.js';
import { type Conversation, requesterOf, wireConversation } from './conversation.js';
import { conversationDetails, type Wanted } from './conversation-details.js';
import { eventsOf, type Happened, happenedIn } from './conversation-happened.js';
import { ratingOf } from './conversation-rating.js';
import { messagesOf } from './conversation-said.js';
import { inOrder } from './in-order.js';
import { type Intercom, inboxPage } from './intercom-stream.js';
import { type Search, searchPage, secondOf } from './search.js';
import { teamsOf } from './teams.js';
import { idOf } from './wire-value.js';
import { workspaceOf } from './workspace.js';

/** The search index follows a change within seconds; minutes are asked again. */
const LOOKBACK_SECONDS = 300;
const SWEEP_HOURS = 168;

/** A conversation is a ticket with its messages, its rating, and what its tags, teams and attributes say happened. */
export function conversations(intercom: Intercom): Stream {
  return {
    name: 'intercom.conversations',
    pages: (from, signal) => pages(intercom, from, signal),
    named: (ids, signal) => named(intercom, ids, signal),
    idOf,
    sweep: { hours: SWEEP_HOURS, ids: (signal) => standingIds(intercom, signal) },
    standing: (signal) => count(intercom, signal),
    read(payload) {
      const conversation = parsed(wireConversation, payload);
      const happened = happenedIn(conversation, intercom.settings.mapping);
      return {
        externalId: conversation.id,
        changedAt: conversation.updated_at,
        deletedAt: null,
        url: inboxPage(intercom, conversation.app_id, `conversations/${conversation.id}`),
        rows: [
          { table: Ticket, rows: [ticket(conversation, happened)] },
          { table: Message, rows: messagesOf(conversation) },
          { table: Event, rows: eventsOf(conversation, happened) },
          { table: SurveyResponse, rows: ratingOf(conversation) },
        ],
      };
    },
  };
}

async function* pages(intercom: Intercom, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const reached = typeof from?.updated === 'number' ? from.updated : 0;
  const until = secondOf(intercom.now()) + 1;
  const wanted = await wantedBy(intercom, signal);
  const range = { order: 'updated_at', from: Math.max(1, reached - LOOKBACK_SECONDS), until } as const;
  let updated = reached;
  for await (const { found, total, passed } of inOrder(search(intercom, signal), range)) {
    const details = await conversationDetails(wanted, [...new Set(found.map(({ id }) => id))]);
    updated = Math.max(updated, passed);
    yield { ...details, position: { updated }, expected: total };
  }
  yield { records: [], position: { updated: Math.max(updated, until - 1) } };
}

async function* named(intercom: Intercom, ids: string[], signal: AbortSignal): AsyncIterable<Page> {
  yield { ...(await conversationDetails(await wantedBy(intercom, signal), ids)), position: null };
}

async function wantedBy(intercom: Intercom, signal: AbortSignal): Promise<Wanted> {
  const { id: workspace } = await workspaceOf(intercom, signal);
  return { intercom, workspace, teams: await teamsOf(intercom, signal), signal };
}

const search = (intercom: Intercom, signal: AbortSignal): Search => ({ intercom, kind: 'conversations', signal });

/** By the time of creation, which never moves. */
async function* standingIds(intercom: Intercom, signal: AbortSignal): AsyncIterable<string[]> {
  const range = { order: 'created_at', from: 1, until: secondOf(intercom.now()) + 1 } as const;
  for await (const { found } of inOrder(search(intercom, signal), range)) yield found.map(({ id }) => id);
}

async function count(intercom: Intercom, signal: AbortSignal): Promise<number | null> {
  const filters = [{ field: 'created_at', operator: '>', value: 0 } as const];
  const smallest = { ...intercom, settings: { ...intercom.settings, pageSize: 1 } };
  return (await searchPage(search(smallest, signal), { order: 'created_at', filters, after: null }))?.total ?? null;
}

function ticket(conversation: Conversation, { escalations, repeats }: Happened): FactRow {
  const { id, title, source, state, priority, company, tags, statistics, created_at } = conversation;
  return {
    externalId: id,
    accountExternalId: company?.id ?? null,
    requesterExternalId: requesterOf(conversation),
    subject: title || source?.subject || null,
    status: state ?? null,
    priority: priority == null ? null : priority === 'priority' ? 'high' : 'normal',
    tags: [...new Set((tags?.tags ?? []).flatMap(({ name }) => name ?? []))],
    openedAt: created_at,
    solvedAt: state === 'closed' ? (statistics?.last_close_at ?? null) : null,
    escalatedAt: escalations[0]?.at ?? null,
    repeatReportedAt: repeats[0]?.at ?? null,
  };
}
