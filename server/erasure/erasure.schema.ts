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

export const erasure = z
  .strictObject({
    email: z.email().max(320).describe('Of the person'),
    preview: z.boolean().describe('True: only says what would go'),
  })
  .meta({ id: 'Erasure' });

export const personSearch = z.object({ words: z.string().trim().min(2).max(320).describe('Of their address or name') });

export const foundPeople = z
  .object({
    people: z.array(z.object({ email: z.string(), name: z.string().nullable(), internal: z.boolean().describe('One of our own people') })),
    most: z.int().describe('No more than so many are answered'),
  })
  .meta({ id: 'FoundPeople' });

export const erased = z
  .object({
    preview: z.boolean(),
    people: z.int().min(0).describe('Persons of the sources with this address'),
    said: z.int().min(0).describe('Records of what they wrote or answered'),
    rows: z.record(z.string(), z.int().min(0)).describe('Rows by table in which their address or name stands'),
  })
  .meta({ id: 'Erased' });

export const kept = z
  .object({
    auditDays: z.int().nullable(),
    hold: z.object({ reason: z.string(), since: z.iso.datetime() }).nullable().describe('While it is there nothing may be deleted'),
  })
  .meta({ id: 'Kept' });
