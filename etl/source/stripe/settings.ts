import { z } from 'zod';

export const stripeMapping = z.object({
  /** Metadata of a customer that hold the id of the same company in another source; the first that is set counts. */
  accountKeys: z
    .array(z.string())
    .default(['crm_company_id', 'hubspot_company_id', 'salesforce_account_id'])
    .describe('Metadata with the id of the company'),
  /** Metadata of a customer that holds the company's domain; else the domain of its e-mail address is taken. */
  domainKey: z.string().default('domain').describe('Metadata with the domain of the company'),
  /** Dimension to the customer's metadata it is read from. */
  customerDimensions: z.record(z.string(), z.string()).default({}).describe('Dimensions read from metadata'),
  /** Whether a subscription that ended before its trial did counts as service that ended. */
  trialsCount: z.boolean().default(false).describe('A trial that ends counts as churn'),
});

export const stripeSettings = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.stripe.com')
    .describe('API address'),
  /** Stripe allows 100 a second with live keys and 25 with test keys. */
  requestsPerSecond: z.number().int().min(1).max(100).default(20).describe('Requests per second'),
  pageSize: z.number().int().min(1).max(100).default(100).describe('Records in one page'),
  /** Every increment asks for events this far back again. */
  lookbackSeconds: z.number().int().min(0).default(3600).describe('Seconds asked again'),
  /** Names of products change without an event of their subscriptions: everything is read again this often. */
  rereadHours: z.number().int().min(1).default(168).describe('Hours between whole readings'),
  mapping: stripeMapping.prefault({}),
});

/** A restricted key with read permissions, or a secret key. */
export const stripeCredentials = z.object({ apiKey: z.string().min(1).describe('Restricted key') });

export type StripeMapping = z.infer<typeof stripeMapping>;
export type StripeSettings = z.infer<typeof stripeSettings>;
