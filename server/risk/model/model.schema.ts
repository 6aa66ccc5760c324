import { z } from 'zod';
import { known } from '../../handoff/handoff.schema.js';
import { measure } from '../../kpi/kpi.schema.js';

const score = z
  .object({
    scored: z.int().describe('Chances said; a handoff can have been scored in more than one month'),
    churned: z.int().describe('Handoffs of these that left by the end of the window'),
    auc: measure.describe('How often one that left was scored above one that stayed; 0.5 is no better than a coin'),
    baseAuc: measure.describe('The same for the age alone'),
    gain: measure.describe('AUC less that of the age alone; a model holds when its lower limit is above 0 and so is the skill'),
    brier: measure.describe('Mean squared distance of chance and outcome; 0 is perfect'),
    baseBrier: measure.describe('The same, had the base rate of the age been said of everybody'),
    skill: measure.describe('By which share the chances come nearer than the base rate; 0 is no better'),
  })
  .meta({ id: 'RiskScore' });

export const modelAnswer = z
  .object({
    known,
    basis: z.enum(['history', 'rules']),
    verdict: z.enum(['holds', 'too little history', 'not tested yet', 'no better than the base rate']),
    words: z.string().describe('What the chances rest on, or why none is said'),
    churnDays: z.int(),
    learntThrough: z.iso.datetime().describe('Nothing later was looked at'),
    learntFrom: z.object({
      mature: z.int().describe('Handoffs whose whole window had passed by then'),
      churned: z.int().describe('Of these, left within it'),
      handoffs: z.int().describe('Of these learnt from; a sample where there are more than the most'),
      looks: z.int().describe('Each is looked at at every landmark at which it was still there'),
      most: z.int(),
      seed: z.int().describe('Of the sample'),
      landmarks: z.array(z.int()).describe('Ages in days'),
    }),
    needs: z.object({ mature: z.int(), churned: z.int() }),
    tookMs: z.int(),
    months: z.array(z.iso.date()).describe('First days of the past months it was tested on'),
    score,
    byAge: z.array(z.object({ from: z.int(), to: z.int(), words: z.string(), score })),
    calibration: z.array(
      z.object({
        low: z.number(),
        high: z.number(),
        predicted: z.number().describe('Mean chance said'),
        observed: measure.describe('Share that left'),
        scored: z.int(),
      }),
    ),
    weights: z
      .array(
        z.object({
          feature: z.string(),
          words: z.string().describe('"each section of the brief that is empty: 1.4 times the odds of churn (1.3 to 1.6)"'),
          odds: measure.describe('Odds ratio of one more of it'),
          most: z.int().describe('The most of it that is told apart'),
          weight: z.number().describe('Share of all that sets handoffs apart, 0 to 1'),
        }),
      )
      .describe('What weighs most first; associations, not causes'),
    unused: z.array(z.string()).describe('Inputs that were not learnt from, because no source has recorded any'),
    penalty: z.number().nullable().describe('Chosen by leaving out blocks of time, for each look'),
    calibrationSlope: z.number().nullable(),
  })
  .meta({ id: 'RiskModel' });

export type ModelAnswer = z.infer<typeof modelAnswer>;
