import { z } from 'zod';

export const workspaceId = z.uuid();
export const loginId = z.uuid();

export const endedWorkspace = z
  .strictObject({ name: z.string().min(1).max(500).describe('Of the workspace, as a confirmation') })
  .meta({ id: 'EndedWorkspace' });

export const ownDeletion = z.strictObject({ password: z.string().min(1).max(1000) }).meta({ id: 'OwnDeletion' });

export const hold = z.strictObject({ reason: z.string().trim().min(3, 'must say why').max(500) }).meta({ id: 'Hold' });

export const keeping = z
  .strictObject({
    auditDays: z.int().min(90).max(36_500).nullable().describe('Days that the audit log is kept; null for ever'),
  })
  .meta({ id: 'Keeping' });

export const kept = z
  .object({
    auditDays: z.int().nullable(),
    hold: z.object({ reason: z.string(), since: z.iso.datetime() }).nullable().describe('While it is there nothing may be deleted'),
  })
  .meta({ id: 'Kept' });
