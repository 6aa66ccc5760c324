import { z } from 'zod';

/** Ids are text, and now and then a number. */
export const wireId = z.union([z.string().min(1), z.number().int().positive()]).transform(String);

/** Seconds since 1970, now and then as text. */
export const wireSeconds = z
  .union([z.number().int().positive(), z.string().regex(/^\d{1,11}$/)])
  .transform((seconds) => new Date(Number(seconds) * 1000));

const withId = z.object({ id: wireId });

export const idOf = (payload: unknown): string | null => withId.safeParse(payload).data?.id ?? null;
