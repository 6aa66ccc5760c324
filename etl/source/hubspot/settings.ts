import { z } from 'zod';
import { BRIEF_SECTIONS, HANDOFF_KINDS } from '../../warehouse/index.js';

const kind = z.enum(HANDOFF_KINDS);

/** Which HubSpot property says what. Property names are HubSpot's internal names. */
export const hubspotMapping = z.object({
  /** Value of `dealtype` to the kind of deal; a value not listed here counts as new business. */
  dealKinds: z
    .record(z.string(), z.enum(['new business', 'renewal', 'expansion']))
    .default({
      newbusiness: 'new business',
      existingbusiness: 'expansion',
      renewal: 'renewal',
    })
    .describe('Deal types: what kind of deal each is'),
  arr: z.string().default('hs_arr').describe('Deal property with the yearly revenue'),
  /** The CS owner of a deal, with history: its first value is the moment the owner was named. */
  csmOwner: z.string().default('csm_owner').describe('Deal property with the customer success manager'),
  implementationOwner: z.string().default('implementation_owner').describe('Deal property with the implementation owner'),
  /** Date-time property of a deal to what happened then. */
  dealMoments: z
    .record(z.string(), kind)
    .default({
      brief_accepted_at: 'brief-accepted',
      kickoff_scheduled_at: 'kickoff-scheduled',
      first_value_at: 'first-value',
      onboarding_completed_at: 'onboarding-completed',
      promise_gap_at: 'promise-gap-found',
      promise_conversation_at: 'promise-conversation-held',
    })
    .describe('Date properties of a deal: what happened then'),
  /** Text property of a deal, with history, to the section of the brief it holds. */
  briefSections: z
    .record(z.string(), z.enum(BRIEF_SECTIONS))
    .default({
      brief_customer_context: 'customer-context',
      brief_why_they_bought: 'why-they-bought',
      brief_what_we_promised: 'what-we-promised',
      brief_political_landscape: 'political-landscape',
      brief_success_metrics: 'success-metrics',
      brief_red_flags: 'red-flags',
    })
    .describe('Deal properties that hold the sections of the brief'),
  /** Dimension to the deal property it is read from. */
  dealDimensions: z
    .record(z.string(), z.string())
    .default({ product: 'product_line', 'lead-source': 'lead_source' })
    .describe('Dimensions read from the deal'),
  /** Dimension to the company property it is read from. */
  companyDimensions: z
    .record(z.string(), z.string())
    .default({ segment: 'segment', region: 'region', industry: 'industry' })
    .describe('Dimensions read from the company'),
  /** Date-time property of a company to what happened then. */
  companyMoments: z
    .record(z.string(), kind)
    .default({ churned_at: 'churned', notice_given_at: 'notice-given' })
    .describe('Date properties of a company: what happened then'),
  /** How the subject of a task begins, to what its completion means; the first that fits counts. */
  taskKinds: z
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
    .describe('Tasks: how the subject begins, and what it means when done'),
  /** How the title of a meeting begins, to what its being held means; any other meeting is contact made. */
  meetingKinds: z
    .array(z.object({ prefix: z.string(), kind }))
    .default([
      { prefix: 'Kickoff', kind: 'kickoff-held' },
      { prefix: 'Internal handoff', kind: 'internal-meeting-held' },
      { prefix: 'Promise conversation', kind: 'promise-conversation-held' },
    ])
    .describe('Meetings: how the title begins, and what it means'),
  /** Outcomes of a meeting that say it took place. */
  heldOutcomes: z.array(z.string()).default(['COMPLETED']).describe('Meeting outcomes that mean it was held'),
  /** Values of `hs_ticket_priority` that mean an escalation. */
  escalatedPriorities: z.array(z.string()).default(['URGENT']).describe('Ticket priorities that mean an escalation'),
  /** Ids of ticket stages that mean an escalation. */
  escalatedStages: z.array(z.string()).default([]).describe('Ticket stages that mean an escalation'),
  /** Property of a ticket by which an agent reports that the customer had to repeat information; null for none. */
  repeatProperty: z.string().nullable().default(null).describe('Ticket property that reports repeated information'),
  /** HubSpot's own CSAT has three faces; an account with stars has five. */
  csatScale: z.enum(['good-bad', '1-5']).default('good-bad').describe('Scale of satisfaction surveys'),
});

/** Whether an object is read: a missing scope or product tier stops the stream, leaves it out, or is never met. */
const need = z.enum(['required', 'if readable', 'no']);
export type Need = z.infer<typeof need>;

export const hubspotSettings = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.hubapi.com')
    .describe('API address'),
  /** The account number in HubSpot's addresses; null leaves records without a link. */
  portalId: z.string().nullable().default(null).describe("Account number, as in HubSpot's addresses"),
  /** Requests in any ten seconds; 100 is what the smallest plan allows. */
  requestsPerTenSeconds: z.number().int().min(1).max(250).default(100).describe('Requests in ten seconds'),
  /** Every increment asks this far back again: the search index lags behind writes. */
  lookbackSeconds: z.number().int().min(0).default(900).describe('Seconds asked again'),
  /** An increment leaves out what changed later than this many seconds ago: what is not in the index yet is not counted as read. */
  settleSeconds: z.number().int().min(0).default(15).describe('Seconds left out at the end'),
  /** Associations and calculated properties change without a time of change: everything is read again this often. */
  rereadHours: z.number().int().min(1).default(24).describe('Hours between whole readings'),
  /** The dated path of associations, or the older one that HubSpot keeps until March 2027. */
  associationsApi: z.enum(['dated', 'v4']).default('dated').describe('Path of associations'),
  contacts: need.default('if readable').describe('Read contacts'),
  tickets: need.default('if readable').describe('Read tickets'),
  feedback: need.default('if readable').describe('Read survey responses'),
  lineItems: need.default('if readable').describe('Read line items of deals'),
  meetings: need.default('if readable').describe('Read meetings'),
  calls: need.default('no').describe('Read calls'),
  emails: need.default('no').describe('Read e-mails'),
  mapping: hubspotMapping.prefault({}),
});

export type HubspotMapping = z.infer<typeof hubspotMapping>;
export type HubspotSettings = z.infer<typeof hubspotSettings>;

export const hubspotCredentials = z.object({
  token: z.string().min(1).describe('Token of a private app, or a service key'),
  /** The app's client secret, which signs webhooks; without it none is believed. */
  webhookSecret: z.string().min(1).optional().describe('Client secret of the app, for webhooks'),
  /** The one before it, as long as it is being replaced. */
  formerWebhookSecret: z.string().min(1).optional().describe('Former client secret, while it is being replaced'),
});

export type HubspotCredentials = z.infer<typeof hubspotCredentials>;
