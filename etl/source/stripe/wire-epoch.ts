import { z } from 'zod';

/** A time as Stripe writes it: whole seconds since 1970. */
export const epoch = z
  .number()
  .int()
  .min(1)
  .max(253_402_300_799)
  .transform((seconds) => new Date(seconds * 1000));
