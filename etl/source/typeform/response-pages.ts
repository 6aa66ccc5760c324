import { z } from 'zod';
import type { Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import { formIds, formOf, type Typeform } from './forms.js';

/** https://www.typeform.com/developers/responses/reference/retrieve-responses/ */
const wireResponses = z.object({ items: z.array(z.unknown()) });
const wireToken = z.object({ token: z.string().min(1) });

/** Form by form and newest first, so the cursor moves when a form has been read to its end. It holds by form when its last reading began. */
export async function* responsePages(typeform: Typeform, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const ids = await formIds(typeform, signal);
  let position = Object.fromEntries(Object.entries(from ?? {}).filter(([id]) => ids.includes(id)));
  for (const id of ids) {
    const beganAt = typeform.now().getTime();
    const form = await formOf(typeform, id, signal);
    const known = position[id];
    const since = typeof known === 'number' ? known - typeform.settings.lookbackSeconds * 1000 : null;
    for await (const items of walked({ typeform, id, since, signal })) {
      yield { records: items.map((item) => (typeof item === 'object' && item !== null ? { ...item, form } : item)), position: null };
    }
    position = { ...position, [id]: beganAt };
    yield { records: [], position };
  }
}

export async function* standingIds(typeform: Typeform, signal: AbortSignal): AsyncIterable<string[]> {
  for (const id of await formIds(typeform, signal)) {
    for await (const items of walked({ typeform, id, since: null, signal })) yield items.flatMap(tokenOf);
  }
}

const tokenOf = (item: unknown): string[] => [wireToken.safeParse(item).data?.token ?? ''].filter(Boolean);

interface Walk {
  typeform: Typeform;
  id: string;
  /** Milliseconds since 1970; null for all times. */
  since: number | null;
  signal: AbortSignal;
}

const MOST_RESTARTS = 3;

/** Each page goes on before the last response of the one before: what comes in meanwhile stands in front and moves nothing. */
async function* walked({ typeform, id, since, signal }: Walk): AsyncIterable<unknown[]> {
  const ask = asker(typeform, id, signal);
  let before: string | null = null;
  for (let restarts = 0; ; ) {
    const items: unknown[] | null = await ask({ since: since === null ? null : second(since), before }).catch((error: unknown) =>
      goneAway(error, before !== null && restarts < MOST_RESTARTS),
    );
    if (items === null) {
      restarts += 1;
      before = null;
      continue;
    }
    if (items.length > 0) yield items;
    const last: string | null = items.flatMap(tokenOf).at(-1) ?? null;
    if (last === null) return;
    if (last === before)
      throw new SourceError('vendor', `Typeform names the same page of form ${id} again and again. Read it again later.`);
    before = last;
  }
}

/** The response to go on from was deleted meanwhile: the list begins again. */
function goneAway(error: unknown, mayBegin: boolean): null {
  if (mayBegin && error instanceof SourceError && error.status === 400) return null;
  throw error;
}

/** Typeform reads times to the second. */
const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

const SMALLEST_PAGE = 25;
/** A request that took Typeform too long. */
const GAVE_UP = 499;

/** Asks for half as many responses each time Typeform gives up. */
function asker({ client, settings }: Typeform, id: string, signal: AbortSignal) {
  let size = settings.pageSize;
  return async (where: { since: string | null; before: string | null }): Promise<unknown[]> => {
    for (;;) {
      try {
        const query = { ...where, page_size: size, response_type: 'completed' };
        return (await client.get(wireResponses, `/forms/${encodeURIComponent(id)}/responses`, query, signal)).items;
      } catch (error) {
        if (!(error instanceof SourceError) || error.status !== GAVE_UP || size <= SMALLEST_PAGE) throw error;
        size = Math.max(SMALLEST_PAGE, size >> 1);
      }
    }
  };
}
