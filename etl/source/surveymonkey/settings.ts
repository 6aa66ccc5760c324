import { z } from 'zod';
import { ACCOUNT_KEYS } from '../account-key.js';

/** What a question of a survey means; the first that fits a question counts. */
const question = z.object({
  /** A part of the question's words, in any case, or the question's id. */
  contains: z.string().min(1).describe('Part of the question, or its id'),
  means: z.enum(['csat', 'nps', 'ces', 'repeated', 'comment']).describe('What it means'),
  /** Of a question with a score. */
  scale: z.enum(['1-5', '1-7', '1-10', '0-10', 'good-bad']).default('1-5').describe('Scale'),
  /** Number of a choice by its words, where neither its weight nor its words tell it. */
  values: z.record(z.string(), z.number()).default({}).describe('Choice to number'),
});

export const surveymonkeyMapping = z.object({
  /** Ids of the surveys to be read; null for all. */
  surveyIds: z.array(z.string()).nullable().default(null).describe('Surveys; all when empty'),
  questions: z
    .array(question)
    .default([
      { contains: 'how likely', means: 'nps', scale: '0-10', values: {} },
      { contains: 'satisfied', means: 'csat', scale: '1-5', values: {} },
      { contains: 'repeat', means: 'repeated', scale: '1-5', values: {} },
      { contains: 'anything else', means: 'comment', scale: '1-5', values: {} },
    ])
    .describe('What each question means'),
  /** Words of a choice that say yes to "I had to repeat myself". */
  yesChoices: z.array(z.string()).default(['yes', 'agree', 'strongly agree', 'true']).describe('Choices that mean yes'),
  /** Custom variable of a survey's link that names the account; null for none. */
  accountVariable: z.string().nullable().default('account_id').describe('Custom variable with the account'),
  accountIs: z.enum(ACCOUNT_KEYS).default('id').describe('What the account variable holds'),
  /** Custom variable that holds the e-mail address, where the invitation does not tell it. */
  emailVariable: z.string().nullable().default('email').describe('Custom variable with the e-mail address'),
});

export const surveymonkeySettings = z.object({
  /** The `access_url` that came with the token: accounts in the EU and in Canada live at other hosts. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.surveymonkey.com')
    .describe('API address (access_url)'),
  /** What a draft or private app may ask; more is learnt from the headers. */
  requestsPerMinute: z.number().int().min(1).max(720).default(110).describe('Requests per minute'),
  pageSize: z.number().int().min(2).max(100).default(100).describe('Records in one page'),
  /** Every increment asks this far back again. */
  lookbackSeconds: z.number().int().min(0).default(3600).describe('Seconds asked again'),
  /** A survey whose count of answers stands is asked for changed ones this often only: a private app has 500 requests a day. */
  wholeHours: z.number().int().min(0).default(24).describe('Hours between looks at quiet surveys'),
  /** Deleted answers are told by nothing: all ids are read this often. */
  sweepHours: z.number().int().min(1).default(168).describe('Hours between looks for deleted answers'),
  mapping: surveymonkeyMapping.prefault({}),
});

export const surveymonkeyCredentials = z.object({ token: z.string().min(1).describe('Access token') });

export type SurveymonkeyMapping = z.infer<typeof surveymonkeyMapping>;
export type SurveymonkeySettings = z.infer<typeof surveymonkeySettings>;
