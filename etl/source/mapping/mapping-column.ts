import { z } from 'zod';
import { HANDOFF_KINDS } from '../../warehouse/index.js';

/** The header of one column, exactly as the file has it. */
export const column = z.string().min(1).meta({ id: 'column', description: 'The header of a column, exactly as the file has it' });

const values = z.array(z.string()).min(1);

/** Yes or no: a column that says yes/no, or the values of a column that mean yes. */
export const flag = z
  .union([column, z.strictObject({ column, values })], { error: 'must be a column, or { "column": ..., "values": [those that mean yes] }' })
  .meta({ id: 'flag', description: 'A column that says yes or no, or the values of a column that mean yes' });

/** Several words in one cell. */
export const list = z
  .union([column, z.strictObject({ column, separator: z.string().min(1) })], {
    error: 'must be a column with commas between its words, or { "column": ..., "separator": ... }',
  })
  .meta({ id: 'list', description: 'A column with commas between its words, or with the separator given; a JSON list is read as one' });

/** What a mapped file can say happened. A won deal comes from deals, a survey from surveys. */
const HAPPENINGS = HANDOFF_KINDS.filter((kind) => !['deal-won', 'survey-asked', 'survey-answered'].includes(kind));

export const happening = z.enum(HAPPENINGS).meta({ id: 'happening' });

/** What happened: the same for every row, or told by a column. A value without a translation is no event. */
export const kind = z
  .union([happening, z.strictObject({ column, values: z.record(z.string(), happening) })], {
    error: `must be one of ${HAPPENINGS.join(', ')}, or { "column": ..., "values": { "<as the file says>": "<one of these>" } }`,
  })
  .meta({
    id: 'kind',
    description: 'What happened: the same for every row, or a column and what its values mean; other values are left out',
  });

/** What can be filtered and broken down by: a column, or a column and other words for some of its values. */
const dimension = z.union([column, z.strictObject({ column, values: z.record(z.string(), z.string()) })], {
  error: 'must be a column, or { "column": ..., "values": { "<as the file says>": "<as Baton shows it>" } }',
});

export const dimensions = z
  .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a dimension is named in lower case with hyphens, as lead-source'), dimension)
  .meta({ id: 'dimensions', description: 'What can be filtered and broken down by: name of the dimension to column' });

export const moments = z
  .partialRecord(happening, column)
  .meta({ id: 'moments', description: 'Columns with the time at which something happened: kind of event to column' });

export type Flag = z.infer<typeof flag>;
export type List = z.infer<typeof list>;
export type Kind = z.infer<typeof kind>;
export type Dimensions = z.infer<typeof dimensions>;
export type Moments = z.infer<typeof moments>;
