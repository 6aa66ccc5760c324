import { z } from 'zod';
import { role } from '../member/member.schema.js';
import { isTimeZone } from './time-zone.js';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

const name = z.string().trim().min(1, 'Give the workspace a name').max(100);
const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, 'is not the name of a time zone, such as Europe/Berlin')
  .describe('IANA name; days, weeks and months are cut in it');
const currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), 'must be a code of three letters, such as EUR')
  .describe('ISO 4217');
const weekStart = z.literal([0, 1, 6]).describe('0 Sunday, 1 Monday, 6 Saturday');
const fiscalStart = z.int().min(1).max(12).describe('Month in which the fiscal year starts');

export const workspaceId = z.uuid();

export const workspace = z
  .object({
    id: z.uuid(),
    name: z.string(),
    sample: z.boolean().describe('True while it shows the sample company'),
    timeZone: z.string(),
    currency: z.string(),
    weekStart: z.int(),
    fiscalStart: z.int(),
    secondFactorRequired: z.boolean().describe('Whether it opens only to those who have a second factor'),
    role: role.describe('Of the one who asks'),
    current: z.boolean().describe('The one that is shown now'),
  })
  .meta({ id: 'Workspace' });

export const workspaces = z.object({ workspaces: z.array(workspace) }).meta({ id: 'Workspaces' });

export const newWorkspace = z
  .strictObject({ name, timeZone, currency, weekStart: weekStart.default(1), fiscalStart: fiscalStart.default(1) })
  .meta({ id: 'GivenWorkspace' });

export const workspaceChange = z
  .strictObject({
    name: name.optional(),
    timeZone: timeZone.optional(),
    currency: currency.optional(),
    weekStart: weekStart.optional(),
    fiscalStart: fiscalStart.optional(),
    secondFactorRequired: z.boolean().optional().describe('Holds from the next request of everybody on'),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    'Say what to change: name, timeZone, currency, weekStart, fiscalStart or secondFactorRequired',
  )
  .meta({ id: 'WorkspaceChange' });

export const chosenWorkspace = z.strictObject({ id: workspaceId }).meta({ id: 'ChosenWorkspace' });

export type WorkspaceShape = z.infer<typeof workspace>;
export type NewWorkspace = z.infer<typeof newWorkspace>;
export type WorkspaceChange = z.infer<typeof workspaceChange>;
