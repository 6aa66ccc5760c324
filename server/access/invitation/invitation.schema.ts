import { z } from 'zod';
import { role, sight } from '../member/member.schema.js';
import { USUAL_SIGHT } from '../role.js';

export const invitationId = z.uuid();

export const invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role,
    sight,
    team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    invitedBy: z.string().nullable().describe('A name; null for one who came by a link or is gone'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export const invitations = z
  .object({ invitations: z.array(invitation).describe('Those that nobody has accepted yet, the latest first') })
  .meta({ id: 'Invitations' });

export const newInvitation = z
  .strictObject({
    email: z.email('is not one e-mail address, such as ann@example.com').max(254),
    role,
    sight: sight.optional().describe('Left out: what the role usually sees'),
    teamId: z.uuid().nullable().default(null),
  })
  .transform((given) => ({ ...given, sight: given.sight ?? USUAL_SIGHT[given.role] }))
  .refine((given) => given.role !== 'admin' || given.sight === 'all', { path: ['sight'], error: 'An admin sees all handoffs' });

export const invited = z
  .object({
    invitation,
    mailed: z.boolean(),
    link: z.string().nullable().describe('To hand over, shown only now; null when it was mailed'),
  })
  .meta({ id: 'Invited' });

const token = z.string().min(1).max(200);

export const invitationToken = z.strictObject({ token }).meta({ id: 'InvitationToken' });

export const openInvitation = z
  .object({
    workspaceName: z.string(),
    email: z.string(),
    role,
    expiresAt: z.iso.datetime(),
    next: z
      .enum(['make-login', 'sign-in', 'join'])
      .describe('What accepting takes: a name and a password; signing in first; or nothing more'),
  })
  .meta({ id: 'OpenInvitation' });

export const acceptance = z
  .strictObject({
    token,
    name: z.string().trim().min(1).max(100).optional().describe('Of a new login'),
    password: z.string().min(1).max(1000).optional().describe('Of a new login'),
  })
  .meta({ id: 'Acceptance' });

export const accepted = z.object({ kind: z.literal('signed-in') }).meta({ id: 'Accepted' });

export type InvitationShape = z.infer<typeof invitation>;
export type NewInvitation = z.infer<typeof newInvitation>;
export type Acceptance = z.infer<typeof acceptance>;
