import { z } from 'zod';
import { LANGUAGES } from '../../etl/handoff/repeat/language/language.js';
import { rules } from '../../etl/handoff/rules.js';
import { evidenceRecord } from '../handoff/handoff.schema.js';
import { scope, scopeQuery } from '../kpi/kpi.schema.js';

const count = z.int().min(0);
const moment = z.iso.datetime();

export const tier = z.enum(['reported', 'asked again', 'inferred']).meta({ id: 'RepeatTier' });
const verdict = z.enum(['confirmed', 'dismissed']);

/** A text with the words in question in its midst; what is before and after is cut. */
const passage = z
  .object({ before: z.string(), words: z.string(), after: z.string() })
  .meta({ id: 'Passage', description: 'The words that are the evidence, and what was written around them' });

const language = z.enum(LANGUAGES).nullable().describe('By its small words; null when they do not tell');

export const repeatQuery = scopeQuery.extend({
  tier: tier.optional(),
  verdict: z.enum(['none', 'confirmed', 'dismissed']).optional().describe('Default all'),
  handoff: z.string().max(300).optional().describe('Only of this handoff'),
  after: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});

const named = { handoffId: z.string(), handoffName: z.string(), accountName: z.string(), wonAt: moment, csm: z.string().nullable() };

export const repeatEpisode = z
  .object({
    sourceId: z.string(),
    factId: z.string().describe('With the source, what a verdict is given on'),
    ...named,
    at: moment,
    tier,
    subject: z.string().nullable().describe('Of the conversation'),
    section: z.string().nullable().describe('Of the brief, that was asked for again'),
    passage: passage.nullable().describe('Null when somebody reported it without words'),
    counted: z.boolean().describe('It is part of the KPI: not dismissed, in the window, and before the end of the data'),
    verdict: verdict.nullable(),
    decidedAt: moment.nullable(),
    record: evidenceRecord,
  })
  .meta({ id: 'RepeatEpisode' });

export const repeatAnswer = z
  .object({
    scope,
    windowDays: z.int(),
    total: count.describe('Under tier and verdict'),
    counted: count.describe('Those of the KPI, whatever tier and verdict were asked for'),
    tiers: z.array(z.object({ tier, count })).describe('Of all that stand, whatever tier was asked for'),
    verdicts: z.object({ none: count, confirmed: count, dismissed: count }),
    items: z.array(repeatEpisode),
    next: z.string().nullable(),
  })
  .meta({ id: 'RepeatAnswer' });

export const repeatCoverage = z
  .object({
    scope,
    handoffs: count,
    withConversation: count.describe('Handoffs since which the customer has written at least once: in the others nothing can be found'),
    withBrief: count.describe('Handoffs with a section of the brief: in the others nothing can be asked again'),
    languages: z.array(z.object({ language, count })).describe('Of the latest messages that were looked at for it, the most first'),
    languagesOf: count.describe('How many messages that was'),
    tiers: z.array(tier).describe('Those that count by the rules in force'),
  })
  .meta({ id: 'RepeatCoverage' });

export const episodeBody = z.strictObject({ sourceId: z.string().min(1).max(200), factId: z.string().min(1).max(600) });
export const verdictBody = episodeBody.extend({ verdict });
export const verdictAnswer = z
  .object({ changedHandoffs: count.describe('Handoffs that are different by it') })
  .meta({ id: 'RepeatVerdict' });

export const tryBody = z.strictObject({
  rules: rules.shape.repeat.partial().default({}).describe('What is tried; what is left out is as it is in force'),
  messages: z.int().min(1).max(2_000).default(1_000).describe('How many of the latest messages of customers are read'),
});

const triedMessage = z.object({
  ...named,
  at: moment,
  language,
  passage,
  inForce: z.boolean().describe('Whether the rules in force find it, too'),
  record: evidenceRecord,
});

export const tryAnswer = z
  .object({
    read: count.describe('Messages that were read'),
    hits: count,
    came: count.describe('Hits that the rules in force do not have'),
    went: count.describe('Hits of the rules in force that are none any more'),
    reported: count.describe('Conversations among these that a person reported'),
    missed: count.describe('Of these, those in which no message is a hit'),
    hitItems: z.array(triedMessage).max(50).describe('New ones first'),
    wentItems: z.array(triedMessage).max(50),
    missedItems: z
      .array(
        z.object({
          ...named,
          at: moment,
          subject: z.string().nullable(),
          said: z.array(z.string()).max(5).describe('The beginnings of what the customer wrote there'),
          record: evidenceRecord,
        }),
      )
      .max(50),
  })
  .meta({ id: 'RepeatTry' });

export type RepeatQuery = z.infer<typeof repeatQuery>;
export type RepeatEpisode = z.infer<typeof repeatEpisode>;
export type RepeatAnswer = z.infer<typeof repeatAnswer>;
export type RepeatCoverage = z.infer<typeof repeatCoverage>;
export type TryBody = z.infer<typeof tryBody>;
export type TryAnswer = z.infer<typeof tryAnswer>;
export type Passage = z.infer<typeof passage>;
