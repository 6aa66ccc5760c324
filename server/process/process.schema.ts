import { z } from 'zod';
import { handoffList, listQuery, measure, outcome, scope, scopeQuery, unit } from '../kpi/kpi.schema.js';
import { STEP_IDS } from './step.js';

const stepId = z.enum(STEP_IDS).meta({ id: 'StepId' });

const times = {
  share: measure.describe('Within 90 days, everybody counted, leaving competes'),
  median: measure.describe('Time by which half of all got there'),
  lowerQuartile: measure,
  upperQuartile: measure,
  outcomes: z.array(outcome).describe('As it stands at the as-of moment, however late'),
};

export const processStep = z
  .object({
    id: stepId,
    label: z.string(),
    unit,
    measured: z.boolean().describe('False: no source records this step, so nothing is said of it'),
    ...times,
    leg: z
      .object({ from: stepId, ...times })
      .nullable()
      .describe('From the step before: only those who took that one, and had not come here earlier; null for the first'),
  })
  .meta({ id: 'ProcessStep' });

export const standing = z
  .object({
    after: stepId.describe('The furthest step taken'),
    before: stepId.describe('What is waited for'),
    label: z.string(),
    count: z.int().min(0),
    median: measure.describe('Days stood so far'),
    lowerQuartile: measure,
    upperQuartile: measure,
    arr: z.number().nullable().describe('Sum in the currency of the workspace; null when none of them has one'),
    withArr: z.int().min(0).describe('How many of them the sum is of'),
  })
  .meta({ id: 'Standing' });

export const variant = z
  .object({
    key: z.string(),
    steps: z.array(stepId).describe('In the order taken, the won deal first'),
    count: z.int().min(0),
    share: measure,
    timeToValue: measure.nullable().describe('Median days from the won deal'),
    churn: measure.nullable().describe('Probability of churn by day 90'),
  })
  .meta({ id: 'Variant' });

export const move = z
  .object({
    from: stepId,
    to: z.enum([...STEP_IDS, 'left']),
    label: z.string(),
    count: z.int().min(0),
    share: measure.describe('Of those who took the first step, who went this way next within 90 days'),
    unit,
    median: measure.describe('Of those who went this way only'),
  })
  .meta({ id: 'Move' });

export const violation = z
  .object({
    id: z.string(),
    label: z.string(),
    words: z.string(),
    measured: z.boolean(),
    count: z
      .int()
      .min(0)
      .nullable()
      .describe('Out of order, whether what was missing came later or not at all; null when no source records one of the two'),
    share: measure.describe('Of the handoffs in which the later thing happened'),
    outcomes: z.array(outcome),
  })
  .meta({ id: 'Violation' });

export const processAnswer = z
  .object({
    scope,
    handoffs: z.int().min(0),
    steps: z.array(processStep),
    waiting: z.array(standing).describe('Handoffs whose onboarding or first value is still to come, by how far they are'),
    left: z.int().min(0).describe('Customers who left'),
    finished: z.int().min(0).describe('Onboarding complete and first value reached'),
    variants: z.array(variant).describe('The commonest ways taken so far, most handoffs first'),
    others: z.object({ variants: z.int().min(0), count: z.int().min(0) }).describe('The rest of them'),
    moves: z.array(move),
    violations: z.array(violation),
  })
  .meta({ id: 'ProcessAnswer' });

const id = z.string().max(200).optional();

export const processListQuery = listQuery.omit({ outcome: true }).extend({
  step: id.describe('Of a step: those who took it'),
  leg: id.describe('Of the way from the step before: those who took it'),
  waiting: id.describe('Those who stand after this step'),
  variant: id.describe('Those who went this way; "others" for the rest'),
  move: id.describe('"kickoff.value": those who went from one step to the other'),
  violation: id.describe('Those out of order'),
  state: z.enum(['finished', 'left']).optional().describe('Those who are through, or gone'),
  outcome: z.string().max(100).optional().describe('With step, leg, move or violation: those who ended this way instead; "any" for all n'),
});

export const processList = handoffList
  .omit({ kpi: true })
  .extend({ label: z.string().describe('What is listed') })
  .meta({ id: 'ProcessList' });

export { scopeQuery as processQuery };
export type ProcessAnswer = z.infer<typeof processAnswer>;
export type ProcessList = z.infer<typeof processList>;
export type ProcessListQuery = z.infer<typeof processListQuery>;
