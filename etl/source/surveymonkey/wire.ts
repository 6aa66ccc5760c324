import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';

const id = z.coerce.string().min(1);
const choice = z.object({ id, text: z.string().default(''), weight: z.number().nullish() });

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys */
export const wireSurveys = z.object({
  data: z.array(z.object({ id, title: z.string().default(''), response_count: z.number().int().nullish() })),
  links: z.object({ next: z.string().nullish() }).default({}),
});

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-details */
export const wireDetails = z.object({
  id,
  title: z.string().default(''),
  pages: z.array(
    z.object({
      questions: z
        .array(
          z.object({
            id,
            headings: z.array(z.object({ heading: z.string().default('') })).default([]),
            answers: z.object({ choices: z.array(choice).default([]) }).nullish(),
          }),
        )
        .default([]),
    }),
  ),
});

/** A question as it is put beside the answers: what was asked, and what each choice says. */
const wireQuestion = z.object({
  heading: z.string(),
  choices: z.record(z.string(), z.object({ text: z.string(), weight: z.number().nullish() })),
});

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-responses-bulk */
export const wireResponse = z.object({
  id,
  survey_id: id.optional(),
  response_status: z.enum(['completed', 'partial', 'overquota', 'disqualified']),
  collection_mode: z.string().nullish(),
  date_created: wireInstant,
  date_modified: wireInstant,
  /** Seconds. */
  total_time: z.number().nullish(),
  analyze_url: z.string().nullish(),
  custom_variables: z.record(z.string(), z.string().nullable()).nullish(),
  email_address: z.string().nullish(),
  metadata: z.object({ contact: z.object({ email: z.object({ value: z.string().nullish() }).nullish() }).nullish() }).nullish(),
  pages: z
    .array(
      z.object({
        questions: z
          .array(z.object({ id, answers: z.array(z.object({ choice_id: id.nullish(), text: z.string().nullish() })).default([]) }))
          .default([]),
      }),
    )
    .default([]),
  /** Added by us: the questions answered, by id. */
  asked: z.record(z.string(), wireQuestion).default({}),
});

export type Details = z.output<typeof wireDetails>;
export type Response = z.output<typeof wireResponse>;
export type Question = z.output<typeof wireQuestion>;
