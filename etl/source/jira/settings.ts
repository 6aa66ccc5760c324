import { z } from 'zod';
import { HANDOFF_KINDS } from '../../warehouse/index.js';
import { ACCOUNT_KEYS, pattern } from '../account-key.js';

const kind = z.enum(HANDOFF_KINDS);

/** All that is given must hold. */
const taskRule = z.object({
  summary: z.string().min(1).optional().describe('How the summary begins'),
  label: z.string().min(1).optional().describe('A label'),
  issueType: z.string().min(1).optional().describe('Issue type'),
  epic: z.string().min(1).optional().describe('How the summary of the parent begins'),
  kind: kind.describe('What its completion means'),
  required: z.boolean().default(false).describe('Onboarding waits for it'),
});

export const jiraMapping = z.object({
  projects: z.array(z.string().min(1)).default([]).describe('Keys of the projects that hold onboarding; none for all'),
  issueTypes: z.array(z.string().min(1)).default([]).describe('Issue types to read; none for all'),
  labels: z.array(z.string().min(1)).default([]).describe('Labels of which an issue must have one; none for no such rule'),
  accountField: z.string().min(1).nullable().default('Account key').describe('Field that holds the account key, by name or id'),
  accountLabelPrefix: z.string().min(1).nullable().default('account:').describe('How a label begins that holds the account key'),
  accountProperty: z.string().min(1).nullable().default(null).describe('Project property that holds the account key'),
  accountInProjectName: pattern.nullable().default(null).describe('Pattern that finds the account key in the name of a project'),
  accountKeyIs: z.enum(ACCOUNT_KEYS).default('id').describe('What the account key is'),
  dimensions: z.record(z.string(), z.string()).default({}).describe('Dimension to the field it is read from, where the account key stands'),
  taskKinds: z
    .array(taskRule)
    .default([
      { summary: 'Welcome', kind: 'welcome-sent', required: false },
      { summary: 'Next steps', kind: 'next-steps-sent', required: false },
      { summary: 'Internal handoff', kind: 'internal-meeting-held', required: false },
      { summary: 'Kickoff', kind: 'kickoff-held', required: false },
      { summary: 'Promise conversation', kind: 'promise-conversation-held', required: false },
      { summary: 'Onboarding:', kind: 'onboarding-task-done', required: true },
      { summary: 'Call', kind: 'contact-made', required: false },
      { summary: 'E-mail', kind: 'contact-made', required: false },
    ])
    .describe('What the completion of an issue means; the first rule that fits counts'),
  statusMoments: z
    .array(z.object({ issueType: z.string().nullable().default(null), status: z.string().min(1), kind }))
    .default([])
    .describe('What it means that an issue enters a status for the first time'),
  fieldMoments: z.record(z.string(), kind).default({}).describe('Date-time field to what happened then'),
  ownerNamedIssueTypes: z.array(z.string()).default([]).describe('Issue types whose first assignee is the owner who was named'),
  cancelledResolutions: z
    .array(z.string())
    .default(["Won't Do", "Won't Fix", 'Duplicate', 'Declined', 'Cancelled', 'Canceled'])
    .describe('Resolutions that mean it was not done'),
  cancelledStatuses: z.array(z.string()).default(['Cancelled', 'Canceled']).describe('Statuses that mean it was not done'),
});

const address = z.url({ protocol: /^https?$/ });

export const jiraSettings = z.object({
  baseUrl: address.describe('Address of the site, https://acme.atlassian.net'),
  cloudId: z.string().min(1).nullable().default(null).describe('Cloud id of the site; needed for a scoped token and for OAuth'),
  gatewayUrl: address.default('https://api.atlassian.com').describe('Where scoped tokens and OAuth are answered'),
  loginUrl: address.default('https://auth.atlassian.com').describe('Where OAuth tokens are refreshed'),
  requestsPerSecond: z.number().int().min(1).max(100).default(10).describe('Requests in any second'),
  pageSize: z.number().int().min(2).max(100).default(100).describe('Issues in a page'),
  lookbackSeconds: z
    .number()
    .int()
    .min(3_600)
    .default(3_600)
    .describe('How far back every increment asks again: the search index lags behind'),
  mapping: jiraMapping.prefault({}),
});

export const jiraCredentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('api token'), email: z.string().min(1), token: z.string().min(1) }),
  z.object({ kind: z.literal('scoped token'), email: z.string().min(1), token: z.string().min(1) }),
  z.object({
    kind: z.literal('oauth'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Replaced at every refresh. */
    refreshToken: z.string().min(1),
  }),
]);

export type JiraMapping = z.infer<typeof jiraMapping>;
export type JiraSettings = z.infer<typeof jiraSettings>;
export type JiraCredentials = z.infer<typeof jiraCredentials>;
