import { z } from 'zod';
import { SECOND_FACTOR_ASKED } from '../login/second-factor-required.js';
import { RIGHTS } from '../right.js';
import { ROLES, SIGHTS } from '../role.js';
import { isTimeZone } from '../workspace/time-zone.js';

export const session = z
  .object({
    workspace: z.object({
      name: z.string(),
      timeZone: z.string().describe('IANA name; days, weeks and months are cut in it'),
      sample: z.boolean().describe('True while it shows the sample company'),
      currency: z.string(),
      weekStart: z.int().describe('0 Sunday, 1 Monday, 6 Saturday'),
      fiscalStart: z.int().describe('Month in which the fiscal year starts, 1 to 12'),
      secondFactor: z.enum(SECOND_FACTOR_ASKED).describe('Who asks that everybody has a second factor'),
    }),
    workspaceId: z.uuid(),
    login: z
      .object({
        id: z.uuid(),
        email: z.string(),
        name: z.string(),
        secondFactor: z.boolean().describe('Whether a one-time code is asked for at sign-in'),
        password: z.boolean().describe('False: it signs in with the provider only'),
        linked: z.boolean().describe('Whether it signs in with the provider'),
        recoveryCodesLeft: z.int(),
      })
      .nullable()
      .describe('Null for one who came by a link printed on the server'),
    role: z.enum(ROLES),
    sight: z.enum(SIGHTS).describe('Whose handoffs one sees: everybody’s, those of the team, or one’s own'),
    rights: z.array(z.enum(RIGHTS)),
    secondFactorMissing: z.boolean().describe('True: nothing opens but setting one up, and signing out'),
    csrfToken: z.string().describe('Goes back as the header X-Baton-Token with everything that changes something'),
    workspaces: z
      .array(z.object({ id: z.uuid(), name: z.string(), sample: z.boolean(), role: z.enum(ROLES) }))
      .describe('Those one may change to; of a link the one it opened'),
  })
  .meta({ id: 'Session' });

const timeZone = z.string().max(100).refine(isTimeZone, 'is not the name of a time zone, such as Europe/Berlin');

export const newWorkspace = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    timeZone: timeZone.describe('IANA name; days, weeks and months are cut in it'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be a code of three letters, such as EUR'),
  })
  .meta({ id: 'NewWorkspace' });

export const sessions = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string().describe('Of the session as it is kept; it opens nothing'),
        signedInAt: z.iso.datetime(),
        seenAt: z.iso.datetime().describe('To the minute'),
        address: z.string().nullable().describe('From which it began; null when it is not known'),
        browser: z.string().nullable().describe('As it calls itself; null when it does not say'),
        cameBy: z.enum(['link', 'password', 'provider']),
        current: z.boolean().describe('The one that asks'),
      }),
    ),
  })
  .meta({ id: 'Sessions' });

export const sessionHash = z.string().regex(/^[0-9a-f]{64}$/, 'is not the id of a session');
