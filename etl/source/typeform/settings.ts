import { z } from 'zod';
import { ACCOUNT_KEYS } from '../account-key.js';

/** What a question means; the first rule that fits it counts. */
const question = z.object({
  contains: z.string().min(1).describe('Part of the question, or its reference'),
  means: z.enum(['csat', 'nps', 'ces', 'repeated', 'comment']).describe('What it means'),
  /** From this number on a customer is satisfied; null for the usual share of the scale. */
  satisfiedFrom: z.number().nullable().default(null).describe('Satisfied from this number on'),
});

export const typeformMapping = z.object({
  forms: z.array(z.string().min(1)).default([]).describe('Ids of the forms to read; none for all'),
  questions: z
    .array(question)
    .default([
      { contains: 'satisf', means: 'csat', satisfiedFrom: null },
      { contains: 'easy', means: 'ces', satisfiedFrom: null },
      { contains: 'likely', means: 'nps', satisfiedFrom: null },
      { contains: 'repeat', means: 'repeated', satisfiedFrom: null },
      { contains: 'anything else', means: 'comment', satisfiedFrom: null },
    ])
    .describe('What each question means'),
  yesChoices: z.array(z.string()).default(['yes', 'agree', 'strongly agree']).describe('Choices that mean yes'),
  accountHidden: z.string().min(1).nullable().default('account_id').describe('Hidden field that names the account'),
  accountKeyIs: z.enum(ACCOUNT_KEYS).default('id').describe('What the account key is'),
  emailHidden: z
    .string()
    .min(1)
    .nullable()
    .default('email')
    .describe('Hidden field with the e-mail address, where no question asks for it'),
});

export const typeformSettings = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.typeform.com')
    .describe('Address of the API; https://api.eu.typeform.com for an account in the EU'),
  requestsPerSecond: z.number().int().min(1).max(10_000).default(2).describe('Requests in any second: Typeform grants 2'),
  pageSize: z.number().int().min(1).max(1_000).default(1_000).describe('Responses in a page'),
  lookbackSeconds: z
    .number()
    .int()
    .min(0)
    .default(3_600)
    .describe('How far back every increment asks again: the newest answers may come late'),
  mapping: typeformMapping.prefault({}),
});

export const typeformCredentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), token: z.string().min(1) }),
  z.object({
    kind: z.literal('oauth'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Replaced at every refresh. */
    refreshToken: z.string().min(1),
  }),
]);

export type TypeformMapping = z.infer<typeof typeformMapping>;
export type TypeformSettings = z.infer<typeof typeformSettings>;
export type TypeformCredentials = z.infer<typeof typeformCredentials>;
