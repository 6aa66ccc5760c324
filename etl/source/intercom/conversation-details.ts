import { z } from 'zod';
import type { Gone, Page } from '../source.js';
import { SourceError } from '../source-error.js';
import type { Intercom } from './intercom-stream.js';
import type { Teams } from './teams.js';

const AT_ONCE = 8;

const wireDetail = z.looseObject({ id: z.union([z.string(), z.number()]) });

export interface Wanted {
  intercom: Intercom;
  /** Whose inbox it is; null when Intercom does not say. */
  workspace: string | null;
  teams: Teams;
  signal: AbortSignal;
}

/** Conversations with their parts, which no search gives: one request each. What was deleted since it was found comes as gone. */
export async function conversationDetails(wanted: Wanted, ids: string[]): Promise<Required<Pick<Page, 'records' | 'gone'>>> {
  const records: unknown[] = [];
  const gone: Gone[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const details = await Promise.all(some.map((id) => detail(wanted, id)));
    for (const [index, found] of details.entries()) {
      if (found !== null) records.push(found);
      else gone.push({ externalId: some[index] ?? '', at: null });
    }
  }
  return { records, gone };
}

async function detail({ intercom, workspace, teams, signal }: Wanted, id: string): Promise<unknown> {
  const path = `/conversations/${encodeURIComponent(id)}`;
  try {
    // Bodies are HTML unless plain text is asked for.
    const query = { display_as: 'plaintext' };
    const found = await intercom.client.ask({ wire: wireDetail, path, query, handled: [404], signal });
    return withTeams({ ...found, app_id: workspace }, teams);
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}

const wireAssigned = z.looseObject({
  conversation_parts: z.looseObject({
    conversation_parts: z.array(
      z.looseObject({
        assigned_to: z.looseObject({ type: z.string().nullish(), id: z.union([z.string(), z.number()]).nullish() }).nullish(),
      }),
    ),
  }),
});

/** A part names a team by its id only, and who maps teams knows them by name. */
function withTeams(payload: unknown, teams: Teams): unknown {
  const { data } = wireAssigned.safeParse(payload);
  if (!data) return payload;
  const parts = data.conversation_parts.conversation_parts.map((part) => {
    const name = part.assigned_to?.type === 'team' ? teams.get(String(part.assigned_to.id)) : undefined;
    return name === undefined ? part : { ...part, assigned_to: { ...part.assigned_to, name } };
  });
  return { ...data, conversation_parts: { ...data.conversation_parts, conversation_parts: parts } };
}
