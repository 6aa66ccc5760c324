import { UnauthorizedException } from '@nestjs/common';
import { z } from 'zod';
import { EVERYTHING, type Visibility } from '../../handoff/visibility.js';

const stored = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('people'), names: z.array(z.string().min(1).max(300)).max(1000) }),
]);

/** What a session or a sign-in link keeps. Nothing kept is everything; what cannot be read opens nothing. */
export function readVisibility(kept: unknown): Visibility {
  if (kept === undefined || kept === null) return EVERYTHING;
  const read = stored.safeParse(kept);
  if (read.success) return read.data;
  throw new UnauthorizedException('What this session may see cannot be read. Open a new sign-in link.');
}
