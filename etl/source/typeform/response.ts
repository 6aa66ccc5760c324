import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';

const wireAnswer = z.object({
  type: z.string(),
  field: z.object({ id: z.string(), ref: z.string().nullish() }),
  number: z.number().nullish(),
  boolean: z.boolean().nullish(),
  text: z.string().nullish(),
  email: z.string().nullish(),
  choice: z.object({ label: z.string().nullish() }).nullish(),
});

/** https://www.typeform.com/developers/responses/reference/retrieve-responses/ */
export const wireResponse = z.object({
  token: z.string().min(1),
  submitted_at: wireInstant,
  answers: z.array(wireAnswer).nullish(),
  hidden: z.record(z.string(), z.unknown()).nullish(),
  /** Added by us, so that the stored record is the whole evidence. */
  form: z.object({
    id: z.string(),
    title: z.string().nullable(),
    questions: z.array(
      z.object({
        id: z.string(),
        ref: z.string().nullable(),
        title: z.string(),
        type: z.string(),
        steps: z.number().nullable(),
        start_at_one: z.boolean(),
      }),
    ),
  }),
});

export type Response = z.output<typeof wireResponse>;
export type Answer = NonNullable<Response['answers']>[number];
export type Question = Response['form']['questions'][number];
