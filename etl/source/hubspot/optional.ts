import type { Page, Position, Stream } from '../source.js';
import { missingScope } from './scope.js';
import type { Need } from './settings.js';
import { unavailable } from './unavailable.js';

/**
 * A stream that an account need not have. As long as nothing of it was ever read, a refusal leaves it out and says why;
 * once it was read, a refusal is a failure: a scope taken away must not look like a quiet year.
 */
export function optional(stream: Stream, type: string, need: Need): Stream[] {
  if (need === 'no') return [];
  if (need === 'required') return [stream];
  let why: string | null = null;
  async function* pages(from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
    why = null;
    let read = from !== null;
    try {
      for await (const page of stream.pages(from, signal)) {
        read = true;
        yield page;
      }
    } catch (error) {
      if (read || !unavailable(error)) throw error;
      why = `${stream.name} is not read: ${missingScope(type)}`;
    }
  }
  const standing = async (signal: AbortSignal): Promise<number | null> => {
    try {
      return (await stream.standing?.(signal)) ?? null;
    } catch (error) {
      if (unavailable(error)) return null;
      throw error;
    }
  };
  return [{ ...stream, pages, standing, leftOut: () => why }];
}
