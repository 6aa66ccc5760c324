import type { z } from 'zod';

/** `payload` as `wire` documents it. Throws with the path and what was expected there. */
export function parsed<Wire extends z.ZodType>(wire: Wire, payload: unknown): z.output<Wire> {
  const result = wire.safeParse(payload);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'is not as documented'}`);
}
