import { z } from 'zod';
import { RIGHTS, type Right } from '../right.js';
import { SIGHTS } from '../role.js';

/** What no token may do, whoever made it: make more of itself, let people in, or end the workspace. */
const NEVER: readonly Right[] = ['token', 'people', 'workspace'];
export const SCOPES = RIGHTS.filter((right) => !NEVER.includes(right));

/** A token that nobody remembers should not open anything. */
export const LONGEST_DAYS = 366;

const moment = z.iso.datetime();

export const newTokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('What it is for'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'names one twice')
    .describe('It may do no more than these, and no more than its owner may at the time it is used'),
  visibility: z.enum(SIGHTS).describe("Whose handoffs it sees: the narrower of this and of its owner's"),
  days: z.int().min(1).max(LONGEST_DAYS).describe('How long it opens anything'),
});
export type NewToken = z.infer<typeof newTokenBody>;

export const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('How it begins'),
    scopes: z.array(z.string()),
    visibility: z.enum(SIGHTS),
    owner: z.object({ loginId: z.uuid(), name: z.string().nullable().describe('Null when the login is gone'), own: z.boolean() }),
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable().describe('To the minute; null when it never was'),
    revokedAt: moment.nullable(),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .meta({ id: 'Token' });
export type TokenShape = z.infer<typeof token>;

export const tokens = z.object({
  tokens: z.array(token),
  scopes: z.array(z.string()).describe('What a new one of yours could do'),
});

export const madeToken = z.object({ token, secret: z.string().describe('The token itself. It is shown this once') });
