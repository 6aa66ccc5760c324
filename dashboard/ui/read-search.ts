import { z } from 'zod';

/** Names of parameters that were not understood, kept in the URL so that the notice survives a reload. */
const ignored = z.string().max(200).optional();

type Shape = Record<string, z.ZodType>;
type Read<S extends Shape> = { [K in keyof S]?: z.output<S[K]> } & { ignored?: string };

/** Reads a query string key by key: what does not fit is dropped and named in `ignored`, the rest holds. Never throws. */
export function readSearch<S extends Shape>(shape: S): (raw: Record<string, unknown>) => Read<S> {
  return (raw) => {
    const read: Record<string, unknown> = {};
    const before = ignored.safeParse(raw.ignored).data;
    const dropped = new Set(before ? before.split(',') : []);
    for (const [key, value] of Object.entries(raw)) {
      if (key === 'ignored' || value === undefined) continue;
      const parsed = Object.hasOwn(shape, key) ? shape[key]?.safeParse(value) : undefined;
      if (parsed?.success) read[key] = parsed.data;
      else dropped.add(key.slice(0, 30).replaceAll(',', ' '));
    }
    if (dropped.size > 0) read.ignored = [...dropped].slice(0, 5).join(',');
    return read as Read<S>;
  };
}

/** One or many of the same key. */
export const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .pipe(z.array(z.string().min(1).max(300)).max(50));
