import { z } from 'zod';
import type { Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import { type AskExport, asker, circle, type Export, FIRST_SECOND, recordsOf, youngestStart } from './export.js';

const DAY_SECONDS = 86_400;
const CURSOR_REFUSED = [400, 404, 410, 422];

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#cursor-based-incremental-exports */
const wireCursor = z.looseObject({ after_cursor: z.string().nullish(), end_of_stream: z.boolean() });

interface Place {
  cursor: string | null;
  /** Second up to which the last whole pass told everything; null before there was one. */
  reached: number | null;
}

/** Ordered by the time of generation: rows last updated long before come too, and belong to it. */
export async function* cursorExport(wanted: Export, from: Position | null): AsyncIterable<Page> {
  const ask = asker(wanted, 'cursor export');
  const began = youngestStart(wanted);
  const place = placeOf(from);
  for (;;) {
    const page = await pageAt(ask, place);
    const records = recordsOf(page, wanted);
    const next = page.after_cursor ?? null;
    if (!page.end_of_stream && (next === null || next === place.cursor)) throw circle(wanted);
    // After the end Zendesk has been seen to answer null: the last cursor that was one stays.
    place.cursor = next ?? place.cursor;
    if (page.end_of_stream) place.reached = Math.max(began, place.reached ?? 0);
    yield { records, position: place.cursor === null ? null : { ...place } };
    if (page.end_of_stream) return;
  }
}

const placeOf = (from: Position | null): Place => ({
  cursor: typeof from?.cursor === 'string' ? from.cursor : null,
  reached: typeof from?.reached === 'number' ? from.reached : null,
});

/** Without a cursor, or with one that is not taken any more, a pass begins a day before the last one that came to its end. */
async function pageAt(ask: AskExport, { cursor, reached }: Place): Promise<z.output<typeof wireCursor>> {
  const start_time = reached === null ? FIRST_SECOND : Math.max(FIRST_SECOND, reached - DAY_SECONDS);
  if (cursor === null) return ask(wireCursor, { start_time });
  try {
    return await ask(wireCursor, { cursor });
  } catch (error) {
    if (!(error instanceof SourceError) || !CURSOR_REFUSED.includes(error.status ?? 0)) throw error;
    return ask(wireCursor, { start_time });
  }
}
