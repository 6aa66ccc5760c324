import { z } from 'zod';

const moment = z.iso.datetime();
const fields = z.record(z.string(), z.unknown());
const fact = z.object({ table: z.string(), row: fields });

export const mappingAnswer = z
  .object({
    mapping: fields.describe('What the fields mean now, defaults filled in'),
    schema: fields.describe('JSON Schema of a mapping'),
    versions: z
      .array(
        z.object({
          version: z.int(),
          savedAt: moment,
          appliedAt: moment.nullable().describe('When stored records had been read by it; null while that is under way'),
          mapping: fields,
        }),
      )
      .describe('The newest first'),
    streams: z
      .array(
        z.object({
          stream: z.string(),
          fields: z.array(z.object({ field: z.string(), samples: z.array(z.string()).describe('At most three values, shortened') })),
        }),
      )
      .describe('What the records last read hold'),
  })
  .meta({ id: 'MappingAnswer' });

export const mappingBody = z.strictObject({ mapping: fields }).meta({ id: 'MappingBody' });

export const mappingPreview = z
  .object({
    streams: z.array(
      z.object({
        stream: z.string(),
        recordCount: z.int().describe('Records that were tried: the last read'),
        changedCount: z.int().describe('Of these, with other facts than now'),
        rejectedCount: z.int().describe('Of these, that the new mapping cannot read'),
        reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
        records: z
          .array(
            z.object({
              externalId: z.string(),
              before: z.array(fact).nullable().describe('Null: it cannot be read now'),
              after: z.array(fact).nullable().describe('Null: it could not be read'),
              reason: z.string().nullable(),
              changed: z.boolean(),
            }),
          )
          .describe('The changed ones first'),
      }),
    ),
  })
  .meta({ id: 'MappingPreview' });

export const mappingSaved = z
  .object({ version: z.int(), applied: z.boolean().describe('False: stored records are being read by it now') })
  .meta({ id: 'MappingSaved' });

export type MappingAnswer = z.infer<typeof mappingAnswer>;
export type MappingPreview = z.infer<typeof mappingPreview>;
export type MappingSaved = z.infer<typeof mappingSaved>;
