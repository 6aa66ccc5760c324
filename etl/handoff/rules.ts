import { z } from 'zod';

const name = z.string().trim().min(1, 'must not be empty').max(200, 'must not be longer than 200 letters');
/** Every * multiplies what has to be looked at: four are searched for in milliseconds, nine in minutes. */
const MOST_STARS = 3;

const phrase = z
  .string()
  .trim()
  .min(3, 'must have at least 3 letters')
  .max(200, 'must not be longer than 200 letters')
  .refine((words) => words.split('*').length - 1 <= MOST_STARS, `must not have more than ${MOST_STARS} *`);

/** How facts are read into handoffs: what a workspace may decide for itself. Changing one of these tells every story again. */
export const rules = z.strictObject({
  firstValue: z
    .array(
      z.strictObject({
        product: name.nullable().describe('Only handoffs of this product; empty for all others'),
        when: z
          .enum(['event', 'onboarding-completed', 'kickoff-held', 'task'])
          .describe('What the customer must have: the mapped first-value event, completed onboarding, a held kickoff, or a task done'),
        task: phrase.nullable().describe('Words in the subject of that task'),
      }),
    )
    .max(50)
    .describe('First value by product; the first that fits holds'),
  wonStages: z
    .array(z.strictObject({ source: name, pipeline: name, stage: name, won: z.boolean() }))
    .max(500)
    .describe('Stages that count as won, or do not, whatever the CRM says'),
  repeat: z.strictObject({
    tags: z.array(name).max(100).describe('Ticket tags by which a person reports that the customer had to repeat information'),
    phrases: z.array(phrase).max(200).describe('Words of customers that mean it, beside the built-in ones; * stands for up to five words'),
    never: z.array(phrase).max(200).describe('Sentences with these words never mean it'),
    languages: z.array(z.enum(['en', 'de', 'fr', 'es', 'pt'])).describe('Languages whose built-in phrases are used'),
    tiers: z
      .array(z.enum(['reported', 'asked again', 'inferred']))
      .min(1, 'must have at least one kind of evidence')
      .describe('Which evidence counts'),
  }),
  escalation: z.strictObject({
    priorities: z.array(name).max(20).describe('Ticket priorities that are escalations'),
    tags: z.array(name).max(100).describe('Ticket tags that are escalations'),
    tasks: z.boolean().describe('Whether escalation tasks count'),
  }),
  brief: z.strictObject({
    sections: z
      .int()
      .min(0, 'must be from 0 to 6')
      .max(6, 'must be from 0 to 6')
      .describe('How many of the six sections an accepted brief must have for knowledge to be transferred'),
  }),
});

export type Rules = z.infer<typeof rules>;

export const BUILT_IN_RULES: Rules = {
  firstValue: [{ product: null, when: 'event', task: null }],
  wonStages: [],
  repeat: { tags: [], phrases: [], never: [], languages: ['en', 'de', 'fr', 'es', 'pt'], tiers: ['reported', 'asked again', 'inferred'] },
  escalation: { priorities: ['urgent'], tags: [], tasks: true },
  brief: { sections: 6 },
};

/** What was stored is only what differs, or was stored before there was a rule of that name: the rest is as built in. */
export function completedRules(stored: unknown): Rules {
  const given = (stored ?? {}) as Partial<Record<keyof Rules, object>>;
  return rules.parse({
    ...BUILT_IN_RULES,
    ...given,
    repeat: { ...BUILT_IN_RULES.repeat, ...given.repeat },
    escalation: { ...BUILT_IN_RULES.escalation, ...given.escalation },
    brief: { ...BUILT_IN_RULES.brief, ...given.brief },
  });
}
