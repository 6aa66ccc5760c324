import { z } from 'zod';
import { BRIEF_SECTIONS, HANDOFF_KINDS } from '../../warehouse/index.js';

const kind = z.enum(HANDOFF_KINDS);

/** Which field says what. A field is named as people see it ("CSM"), or by its 40-letter key where two have one name. */
export const pipedriveMapping = z.object({
  csmOwner: z.string().default('CSM').describe('Deal field that names the CSM'),
  implementationOwner: z.string().default('Implementation manager').describe('Deal field that names the implementation manager'),
  /** A date field gives a day, of which the midnight in UTC is taken; a text field may give a time. */
  dealMoments: z
    .record(z.string(), kind)
    .default({
      'Brief accepted at': 'brief-accepted',
      'Kickoff scheduled at': 'kickoff-scheduled',
      'First value at': 'first-value',
      'Onboarding completed at': 'onboarding-completed',
      'Promise gap at': 'promise-gap-found',
      'Promise conversation at': 'promise-conversation-held',
    })
    .describe('Deal field to what happened then'),
  briefSections: z
    .record(z.string(), z.enum(BRIEF_SECTIONS))
    .default({
      'Customer context': 'customer-context',
      'Why they bought': 'why-they-bought',
      'What we promised': 'what-we-promised',
      'Political landscape': 'political-landscape',
      'Success metrics': 'success-metrics',
      'Red flags': 'red-flags',
    })
    .describe('Deal field to the section of the brief it holds'),
  /** Field whose label says the kind of deal; null where pipelines say it, or nothing does. */
  dealKind: z.string().nullable().default('Deal kind').describe('Deal field that says new business, renewal or expansion'),
  dealKinds: z
    .record(z.string(), z.enum(['new business', 'renewal', 'expansion']))
    .default({ 'New business': 'new business', Renewal: 'renewal', Expansion: 'expansion' })
    .describe('Value of that field to the kind of deal'),
  /** Asked before the field. */
  pipelineKinds: z
    .record(z.string(), z.enum(['new business', 'renewal', 'expansion']))
    .default({})
    .describe('Pipeline, by its number, to the kind of its deals'),
  dealDimensions: z
    .record(z.string(), z.string())
    .default({ product: 'Product', 'lead-source': 'Lead source' })
    .describe('Dimension to deal field'),
  organizationDimensions: z
    .record(z.string(), z.string())
    .default({ segment: 'Segment', region: 'Region', industry: 'Industry' })
    .describe('Dimension to organization field'),
  /** Where the web domain stands: the built-in website, or a field of one's own. */
  organizationDomain: z.string().default('website').describe('Organization field that holds the web domain'),
  organizationMoments: z
    .record(z.string(), kind)
    .default({ 'Churned at': 'churned', 'Notice given at': 'notice-given' })
    .describe('Organization field to what happened then'),
  activityKinds: z
    .array(z.object({ prefix: z.string(), kind, required: z.boolean().default(false) }))
    .default([
      { prefix: 'Welcome', kind: 'welcome-sent', required: false },
      { prefix: 'Next steps', kind: 'next-steps-sent', required: false },
      { prefix: 'Internal handoff', kind: 'internal-meeting-held', required: false },
      { prefix: 'Kickoff', kind: 'kickoff-held', required: false },
      { prefix: 'Promise conversation', kind: 'promise-conversation-held', required: false },
      { prefix: 'Onboarding:', kind: 'onboarding-task-done', required: true },
      { prefix: 'Call', kind: 'contact-made', required: false },
      { prefix: 'E-mail', kind: 'contact-made', required: false },
    ])
    .describe('How the subject of an activity begins, and what its being done means; the first that fits counts'),
});

const url = z.url({ protocol: /^https?$/ });

export const pipedriveSettings = z.object({
  baseUrl: url.default('https://api.pipedrive.com').describe('Address of the API'),
  oauthUrl: url.default('https://oauth.pipedrive.com').describe('Address that gives tokens, for an app'),
  /** For links only: 'https://northwind.pipedrive.com'. */
  companyUrl: url.nullable().default(null).describe('Address of your Pipedrive in the browser'),
  /** The smallest plan's limit; a larger one is learned from the answers. */
  requestsPerTwoSeconds: z.int().min(1).max(500).default(20).describe('Requests in any two seconds'),
  pageSize: z.int().min(1).max(500).default(100).describe('Records in one page'),
  /** Every increment asks this far back again. */
  lookbackSeconds: z.int().min(0).default(300).describe('Seconds that every reading looks back'),
  sweepHours: z.int().min(1).default(24).describe('Hours between searches for deleted records'),
  /** A history costs 20 tokens of the day's budget for each deal. */
  histories: z.enum(['won', 'all']).default('won').describe('Deals whose history is read: those ever won, or all'),
  mapping: pipedriveMapping.prefault({}),
});

export type PipedriveMapping = z.infer<typeof pipedriveMapping>;
export type PipedriveSettings = z.infer<typeof pipedriveSettings>;

export const pipedriveCredentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('api token'), token: z.string().min(1).describe('Personal API token of an admin') }),
  z.object({
    kind: z.literal('oauth'),
    clientId: z.string().min(1).describe('Client id of the app'),
    clientSecret: z.string().min(1).describe('Client secret of the app'),
    refreshToken: z.string().min(1).describe('Refresh token'),
  }),
]);

export type PipedriveCredentials = z.infer<typeof pipedriveCredentials>;
