import { z } from 'zod';

/** Names of parameters that were not understood, kept in the URL so that the notice survives a reload. */
const ignored = z.string().max(200).optional();

type Shape = Record<string, z.ZodType>;
type Read<S extends Shape> = { [K in keyof S]?: z.output<S[K]> } & { ignored?: string };

/** Reads a query string key by key: what does not fit is dropped and named in `ignored`, the rest holds. Never throws. */
export function readSearch<S extends Shape>(shape: S): (raw: Record<string, unknown>) => Read<S> {
  return (raw) => {
    const given = Object.entries(raw).filter(([key, value]) => key !== 'ignored' && value !== undefined);
    const parsed = given.map(([key, value]) => ({ key, result: Object.hasOwn(shape, key) ? shape[key]?.safeParse(value) : undefined }));
    // The router lays this over what the URL says: undefined takes a parameter out, leaving it away would keep it.
    const read = Object.fromEntries(parsed.map(({ key, result }) => [key, result?.success ? result.data : undefined]));
    const dropped = parsed.filter(({ result }) => !result?.success).map(({ key }) => key.slice(0, 30).replaceAll(',', ' '));
    const names = new Set([...namesOf(raw.ignored), ...dropped]);
    return (names.size > 0 ? { ...read, ignored: [...names].slice(0, 5).join(',') } : read) as Read<S>;
  };
}

const namesOf = (value: unknown): string[] => (ignored.safeParse(value).data ?? '').split(',').filter(Boolean);

/** One or many of the same key. */
export const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .pipe(z.array(z.string().min(1).max(300)).max(50));
