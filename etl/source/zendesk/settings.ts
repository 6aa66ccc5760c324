import { z } from 'zod';

/** A field's id to the values that mean it; a ticked box is 'true', a choice its tag. */
const fieldValues = z.record(z.string(), z.array(z.string()));

export const zendeskMapping = z.object({
  escalatedPriorities: z.array(z.string()).default(['urgent']).describe('Priorities that mean an escalation'),
  escalatedTags: z.array(z.string()).default(['escalated']).describe('Tags that mean an escalation'),
  escalatedGroups: z.array(z.string()).default(['Tier 2']).describe('Groups, by name or id: a ticket moved to one of them is escalated'),
  escalatedFields: fieldValues.default({}).describe('Ticket fields, by id, and the values by which they mean an escalation'),
  repeatTags: z
    .array(z.string())
    .default(['repeated_information'])
    .describe('Tags by which an agent reports that the customer had to repeat information'),
  repeatFields: fieldValues.default({}).describe('Ticket fields, by id, and the values that report repeated information'),
  repeatAnswers: z
    .array(z.string())
    .default([])
    .describe('Choices in the CSAT survey by which a customer says to have repeated information'),
  organizationDimensions: z.record(z.string(), z.string()).default({}).describe('Dimensions and the organization field each is read from'),
});

export const zendeskSettings = z.object({
  /** 'https://acme.zendesk.com' */
  baseUrl: z.url({ protocol: /^https?$/ }).describe('Address of the account'),
  requestsPerMinute: z
    .number()
    .int()
    .min(1)
    .max(2500)
    .default(200)
    .describe('Requests in any minute to everything but the incremental exports'),
  mapping: zendeskMapping.prefault({}),
});

const oauthClient = { clientId: z.string().min(1), clientSecret: z.string().min(1) };

export const zendeskCredentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oauth'), ...oauthClient }),
  /** From the authorization code flow: each refresh token works once and brings the next. */
  z.object({ kind: z.literal('oauth refresh token'), ...oauthClient, refreshToken: z.string().min(1) }),
  /** Legacy: Zendesk lets none be created since 27 Oct 2026 and ends them on 30 Apr 2027. */
  z.object({ kind: z.literal('api token'), email: z.string().min(1), token: z.string().min(1) }),
]);

export type ZendeskMapping = z.infer<typeof zendeskMapping>;
export type ZendeskSettings = z.infer<typeof zendeskSettings>;
export type ZendeskCredentials = z.infer<typeof zendeskCredentials>;
