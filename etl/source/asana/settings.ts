import { z } from 'zod';
import { HANDOFF_KINDS } from '../../warehouse/index.js';
import { ACCOUNT_KEYS, pattern } from '../account-key.js';

const kind = z.enum(HANDOFF_KINDS);

/** All that is given must hold. */
const taskRule = z.object({
  name: z.string().min(1).optional().describe('How the name begins'),
  section: z.string().min(1).optional().describe('Section in which it lies'),
  kind: kind.describe('What its completion means'),
  required: z.boolean().default(false).describe('Onboarding waits for it'),
});

export const asanaMapping = z.object({
  projects: z.array(z.string().regex(/^\d+$/)).default([]).describe('Ids of the projects that hold onboarding; none for all'),
  projectName: pattern.nullable().default(null).describe('Pattern that the name of an onboarding project fits'),
  accountField: z
    .string()
    .min(1)
    .nullable()
    .default('Account key')
    .describe('Custom field of a project or task that holds the account key'),
  accountInProjectName: pattern.nullable().default(null).describe('Pattern that finds the account key in the name of a project'),
  accountKeyIs: z.enum(ACCOUNT_KEYS).default('id').describe('What the account key is'),
  dimensions: z.record(z.string(), z.string()).default({}).describe('Dimension to the custom field of the project it is read from'),
  ownerIsCsm: z.boolean().default(false).describe('The owner of a project is the CSM of its account'),
  projectCompleted: kind.nullable().default('onboarding-completed').describe('What it means that a project is completed'),
  taskKinds: z
    .array(taskRule)
    .default([
      { name: 'Welcome', kind: 'welcome-sent', required: false },
      { name: 'Next steps', kind: 'next-steps-sent', required: false },
      { name: 'Internal handoff', kind: 'internal-meeting-held', required: false },
      { name: 'Kickoff', kind: 'kickoff-held', required: false },
      { name: 'Promise conversation', kind: 'promise-conversation-held', required: false },
      { name: 'Onboarding:', kind: 'onboarding-task-done', required: true },
      { name: 'Call', kind: 'contact-made', required: false },
      { name: 'E-mail', kind: 'contact-made', required: false },
    ])
    .describe('What the completion of a task means; the first rule that fits counts'),
  sectionMoments: z
    .array(z.object({ section: z.string().min(1), kind }))
    .default([])
    .describe('What it means that a task first comes into a section'),
  ownerNamedTasks: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('How the name of a task begins whose first assignee is the owner named'),
  cancelledSections: z.array(z.string()).default(['Cancelled', 'Canceled']).describe('Sections for what will not be done'),
});

const address = z.url({ protocol: /^https?$/ });

export const asanaSettings = z.object({
  workspaceId: z.string().regex(/^\d+$/).describe('Id of the workspace'),
  baseUrl: address.default('https://app.asana.com/api/1.0').describe('Address of the API'),
  loginUrl: address.default('https://app.asana.com').describe('Where OAuth tokens are refreshed'),
  requestsPerMinute: z
    .number()
    .int()
    .min(1)
    .max(1_500)
    .default(150)
    .describe('Requests in any minute: 150 on a free plan, 1,500 on a paid one'),
  pageSize: z.number().int().min(1).max(100).default(100).describe('Records in a page'),
  lookbackSeconds: z.number().int().min(0).default(3_600).describe('How far back every increment asks again'),
  subtasks: z.boolean().default(true).describe('Read subtasks, which costs a request for each task that has some'),
  mapping: asanaMapping.prefault({}),
});

export const asanaCredentials = z.discriminatedUnion('kind', [
  /** A personal access token, or that of a service account. */
  z.object({ kind: z.literal('token'), token: z.string().min(1) }),
  z.object({
    kind: z.literal('oauth'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    refreshToken: z.string().min(1),
  }),
]);

export type AsanaMapping = z.infer<typeof asanaMapping>;
export type AsanaSettings = z.infer<typeof asanaSettings>;
export type AsanaCredentials = z.infer<typeof asanaCredentials>;
