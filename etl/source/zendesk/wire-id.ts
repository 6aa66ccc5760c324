import { z } from 'zod';

/** Zendesk's ids are whole numbers that a double holds exactly; one that it does not is refused rather than rounded. */
export const wireId = z.union([z.number().int().positive(), z.string().min(1)]).transform(String);

const withId = z.object({ id: wireId });

export const idOf = (payload: unknown): string | null => withId.safeParse(payload).data?.id ?? null;
