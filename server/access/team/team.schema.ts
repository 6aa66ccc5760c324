import { z } from 'zod';

export const teamId = z.uuid();

export const team = z
  .object({
    id: z.uuid(),
    name: z.string(),
    owners: z.array(z.string()).describe('Sales reps and CSMs as handoffs name them, beside those of its members'),
    members: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Team' });

export const teams = z.object({ teams: z.array(team) }).meta({ id: 'Teams' });

const name = z.string().trim().min(1, 'Give the team a name').max(100);
const owners = z.array(z.string().min(1).max(300)).max(1000);

export const newTeam = z.strictObject({ name, owners: owners.default([]) }).meta({ id: 'NewTeam' });

export const teamChange = z
  .strictObject({ name: name.optional(), owners: owners.optional() })
  .refine((change) => Object.keys(change).length > 0, 'Say what to change: name or owners')
  .meta({ id: 'TeamChange' });

export type Team = z.infer<typeof team>;
export type TeamChange = z.infer<typeof teamChange>;
