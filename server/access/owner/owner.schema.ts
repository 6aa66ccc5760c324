import { z } from 'zod';

export const owner = z
  .object({
    name: z.string().describe('As handoffs name a sales rep or CSM'),
    emails: z.array(z.string()),
    handoffCount: z.int().describe('Handoffs that name them as sales rep or CSM'),
    members: z.array(z.object({ id: z.uuid(), name: z.string(), linkedBy: z.enum(['email', 'hand']) })).describe('Whose own they are'),
    teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Owner' });

export const owners = z.object({ owners: z.array(owner) }).meta({ id: 'Owners' });

export type Owner = z.infer<typeof owner>;
