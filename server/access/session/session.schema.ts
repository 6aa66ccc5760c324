import { z } from 'zod';

export const session = z
  .object({
    workspace: z.object({
      name: z.string(),
      timeZone: z.string().describe('IANA name; days, weeks and months are cut in it'),
      sample: z.boolean().describe('True while it shows the sample company'),
      currency: z.string(),
      weekStart: z.int().describe('0 Sunday, 1 Monday, 6 Saturday'),
      fiscalStart: z.int().describe('Month in which the fiscal year starts, 1 to 12'),
    }),
  })
  .meta({ id: 'Session' });

const timeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'is not the name of a time zone, such as Europe/Berlin');

export const newWorkspace = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    timeZone: timeZone.describe('IANA name; days, weeks and months are cut in it'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be a code of three letters, such as EUR'),
  })
  .meta({ id: 'NewWorkspace' });
