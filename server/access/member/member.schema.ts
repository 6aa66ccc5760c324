import { z } from 'zod';
import { ROLES, SIGHTS } from '../role.js';

export const role = z.enum(ROLES);
export const sight = z.enum(SIGHTS).describe("Whose handoffs are seen: of everybody, of the team, or one's own");
export const memberId = z.uuid();

export const linkedOwner = z.object({
  name: z.string().describe('As handoffs name a sales rep or CSM'),
  linkedBy: z.enum(['email', 'hand']).describe("email: somebody of the sources has the member's verified e-mail"),
});

export const member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role,
    sight,
    team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    owners: z.array(linkedOwner).describe('Whose handoffs are their own'),
    secondFactor: z.boolean(),
    disabled: z.boolean(),
    joinedAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable(),
    you: z.boolean(),
  })
  .meta({ id: 'Member' });

export const members = z.object({ members: z.array(member) }).meta({ id: 'Members' });

export const memberChange = z
  .strictObject({
    role: role.optional().describe('With a new role comes its usual sight, unless another is given'),
    sight: sight.optional(),
    teamId: z.uuid().nullable().optional(),
    owners: z.array(z.string().min(1).max(300)).max(1000).optional().describe('All names linked by hand; those found by e-mail stay'),
    disabled: z.boolean().optional().describe('Whether nobody can sign in with the login'),
  })
  .refine((change) => Object.keys(change).length > 0, 'Say what to change: role, sight, teamId, owners or disabled')
  .meta({ id: 'MemberChange' });

export const resetLink = z
  .object({ link: z.string().describe('Works once; hand it over yourself'), expiresAt: z.iso.datetime() })
  .meta({ id: 'ResetLink' });

export const factorRemoved = z
  .object({ mailed: z.boolean().describe('Whether they were told by mail; false: tell them yourself') })
  .meta({ id: 'FactorRemoved' });

export type Member = z.infer<typeof member>;
export type MemberChange = z.infer<typeof memberChange>;
