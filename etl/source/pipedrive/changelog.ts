import { z } from 'zod';
import { instant } from '../instant.js';
import { cursorPages } from './cursor-pages.js';
import type { OwnFields } from './own-fields.js';
import { idOf, type Pipedrive } from './record.js';

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDealChangelog : newest first; times in UTC without saying so; 20 tokens. */
const wireChange = z.object({
  field_key: z.string(),
  old_value: z.unknown(),
  new_value: z.unknown(),
  time: z.string().transform((time) => instant(/Z|[+-]\d\d:?\d\d$/.test(time) ? time : `${time.replace(' ', 'T')}Z`)),
});

/** As `changes` holds it in a payload; `field` is joined by us: the name of a field of one's own. */
export const wireNamedChange = wireChange.extend({ field: z.string().optional() });

export type Change = z.output<typeof wireNamedChange>;

const wireEverWon = z.object({ first_won_time: z.string().nullish(), won_time: z.string().nullish(), status: z.string().nullish() });

/** A deal that was won at some time, even if it is open again. */
function everWon(payload: unknown): boolean {
  const { first_won_time: first, won_time: last, status } = wireEverWon.safeParse(payload).data ?? {};
  return Boolean(first || last) || status === 'won';
}

/** The deals with their histories, where these are read. */
export async function withChanges(pipedrive: Pipedrive, deals: unknown[], { fields, signal }: { fields: OwnFields; signal: AbortSignal }) {
  const joined: unknown[] = [];
  for (const deal of deals) {
    const id = idOf(deal);
    const wanted = id !== null && (pipedrive.settings.histories === 'all' || everWon(deal));
    joined.push({ ...(deal as object), changes: wanted ? await changesOf(pipedrive, id, { fields, signal }) : [] });
  }
  return joined;
}

async function changesOf({ client, settings }: Pipedrive, id: string, { fields, signal }: { fields: OwnFields; signal: AbortSignal }) {
  const changes: unknown[] = [];
  const path = `/api/v1/deals/${id}/changelog`;
  for await (const page of cursorPages(client, { path, query: { limit: settings.pageSize }, signal })) {
    changes.push(...page.map((change) => named(change, fields)));
  }
  return changes;
}

function named(change: unknown, fields: OwnFields): unknown {
  if (typeof change !== 'object' || change === null) return change;
  const field = fields.get(String((change as { field_key?: unknown }).field_key))?.name;
  return field === undefined ? change : { ...change, field };
}
