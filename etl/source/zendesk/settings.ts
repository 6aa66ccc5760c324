import { z } from 'zod';

export const zendeskMapping = z.object({
  /** Priorities that mean an escalation. */
  escalatedPriorities: z.array(z.string()).default(['urgent']),
  /** Tags that mean an escalation. */
  escalatedTags: z.array(z.string()).default(['escalated']),
  /** Tags by which an agent reports that the customer had to repeat information. */
  repeatTags: z.array(z.string()).default(['repeated_information']),
  /** Dimension to the organization field it is read from. */
  organizationDimensions: z.record(z.string(), z.string()).default({}),
});

export const zendeskSettings = z.object({
  /** 'https://acme.zendesk.com' */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** Requests in any minute to everything but the incremental exports. */
  requestsPerMinute: z.number().int().min(1).max(2500).default(200),
  mapping: zendeskMapping.prefault({}),
});

export const zendeskCredentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oauth'), clientId: z.string().min(1), clientSecret: z.string().min(1) }),
  /** Legacy: Zendesk lets none be created since 27 Oct 2026 and ends them on 30 Apr 2027. */
  z.object({ kind: z.literal('api token'), email: z.string().min(1), token: z.string().min(1) }),
]);

export type ZendeskMapping = z.infer<typeof zendeskMapping>;
export type ZendeskSettings = z.infer<typeof zendeskSettings>;
export type ZendeskCredentials = z.infer<typeof zendeskCredentials>;
