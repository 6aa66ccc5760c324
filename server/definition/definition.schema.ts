import { z } from 'zod';
import { measure, period, unit } from '../kpi/kpi.schema.js';
import { definition as whole } from './definition.js';

/** What is wrong with it is said in words of our own. */
const definition = z.record(z.string(), z.unknown());

const version = z
  .object({
    version: z.int(),
    decidedAt: z.iso.datetime().nullable().describe('Null for the built-in one'),
    decidedBy: z.string().nullable(),
    note: z.string().nullable(),
    changes: z.array(z.string()).describe('What differs from the version before, in words'),
    applied: z.boolean().describe('False while handoffs are being derived by its rules'),
  })
  .meta({ id: 'DefinitionVersion' });

const stage = z.object({
  source: z.string(),
  sourceName: z.string(),
  pipeline: z.string(),
  stage: z.string(),
  label: z.string(),
  won: z.boolean().describe('As the CRM says'),
});

export const definitionAnswer = z
  .object({
    version: z.int(),
    definition: whole.meta({ id: 'Definition' }),
    schema: z.record(z.string(), z.unknown()).describe('JSON Schema of a definition'),
    versions: z.array(version).describe('The newest first'),
    warnings: z.array(z.string()).describe('What of it nothing in the sources fits'),
    choices: z
      .object({
        products: z.array(z.string()),
        segments: z.array(z.string()),
        stages: z.array(stage),
        tags: z.array(z.string()),
        priorities: z.array(z.string()),
        tasks: z.array(z.string()).describe('Subjects of done tasks'),
        countries: z.array(z.object({ code: z.string(), name: z.string() })).describe('Whose public holidays are known'),
        timeZones: z.array(z.string()),
        clocks: z.array(z.object({ id: z.string(), name: z.string() })),
        kpis: z.array(z.object({ id: z.string(), name: z.string(), unit })),
      })
      .describe('What it can name'),
  })
  .meta({ id: 'DefinitionAnswer' });

export const wantedDefinition = z.strictObject({ definition }).meta({ id: 'WantedDefinition' });

const note = z.string().trim().min(3, 'must say why').max(1000);
const by = z.string().trim().min(1).max(100).optional().describe('Who decides');

export const decision = z
  .strictObject({ from: z.int().min(1).describe('The version that was edited'), definition, note, by })
  .meta({ id: 'DefinitionDecision' });

export const restoration = z
  .strictObject({ from: z.int().min(1).describe('The newest version'), note, by })
  .meta({ id: 'DefinitionRestoration' });

export const decided = z
  .object({
    version: z.int(),
    changes: z.array(z.string()),
    warnings: z.array(z.string()),
    applied: z.boolean().describe('False while handoffs are still being derived by its rules'),
  })
  .meta({ id: 'DefinitionDecided' });

const sides = z.object({ before: measure, after: measure, difference: z.number().nullable().describe('In the unit of the KPI') });

const moved = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  wonBefore: z.iso.datetime().nullable().describe('Null: it comes'),
  wonAfter: z.iso.datetime().nullable().describe('Null: it goes'),
});

const handoffs = z.object({
  handoffs: z.int().min(0),
  come: z.int().min(0),
  go: z.int().min(0),
  t0: z.int().min(0).describe('Have another t0'),
  firstValue: z.int().min(0),
  escalations: z.int().min(0),
  repeats: z.int().min(0),
  knowledgeTransfer: z.int().min(0),
  moved: z.array(moved).describe('Those that come, go or have another t0; the first 200'),
});

export const previewAnswer = z
  .object({
    from: z.int().describe('The version in force'),
    changes: z.array(z.string()),
    period,
    kpis: z.array(
      z.object({
        kpi: z.object({ id: z.string(), name: z.string(), unit, better: z.enum(['lower', 'higher']) }),
        year: sides.describe('Over the period'),
        lastMature: sides.extend({ period, label: z.string() }).nullable().describe('The last month whose windows have passed by both'),
        details: z.array(z.object({ id: z.string(), label: z.string(), unit, ...sides.shape })).describe('Over the period'),
      }),
    ),
    handoffs: handoffs.nullable().describe('Null where the rules are the same, and with them the handoffs'),
    sample: z.object({ accounts: z.int(), ofAccounts: z.int() }).nullable().describe('How many accounts were derived for it; null for all'),
  })
  .meta({ id: 'DefinitionPreview' });

export type DefinitionAnswer = z.infer<typeof definitionAnswer>;
export type PreviewAnswer = z.infer<typeof previewAnswer>;
export type Decided = z.infer<typeof decided>;
