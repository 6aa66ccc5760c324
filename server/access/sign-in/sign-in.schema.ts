import { z } from 'zod';

/** Longer than any that may be chosen: what is sent is compared, not judged. */
const sent = z.string().min(1).max(1000);

export const waysIn = z
  .object({
    password: z.boolean().describe('False: only the provider lets in'),
    provider: z.object({ name: z.string() }).nullable().describe('What stands on its button; null when there is none'),
  })
  .meta({ id: 'WaysIn' });

export const credentials = z.strictObject({ email: z.string().trim().min(1).max(320), password: sent }).meta({ id: 'SignIn' });

export const signedInAnswer = z
  .object({ kind: z.enum(['signed-in', 'second-factor']).describe('second-factor: the password was right; a one-time code is missing') })
  .meta({ id: 'SignInAnswer' });

export const secondFactorCode = z
  .strictObject({ code: z.string().trim().min(6).max(40).describe('Six digits of the app, or a recovery code') })
  .meta({ id: 'SecondFactorCode' });
