import { z } from 'zod';
import { BRIEF_SECTIONS, HANDOFF_KINDS } from '../../warehouse/index.js';

const kind = z.enum(HANDOFF_KINDS);
const fieldName = z.string().regex(/^\w*$/);
const momentFields = z.record(fieldName, kind);
const dimensionFields = z.record(z.string(), fieldName);
const subjectKinds = z.array(z.object({ prefix: z.string(), kind, required: z.boolean().default(false) }));

/** Which Salesforce field says what, by API name. '' means: no field says it. */
export const salesforceMapping = z.object({
  dealKinds: z
    .record(z.string(), z.enum(['new business', 'renewal', 'expansion']))
    .default({
      'New Business': 'new business',
      'New Customer': 'new business',
      Renewal: 'renewal',
      'Existing Business': 'expansion',
      Expansion: 'expansion',
      Upsell: 'expansion',
      'Existing Customer - Upgrade': 'expansion',
      'Existing Customer - Replacement': 'expansion',
      'Existing Customer - Downgrade': 'renewal',
    })
    .describe('Opportunity type to the kind of deal; a type not listed counts as new business'),
  wonStages: z.array(z.string()).nullable().default(null).describe('Stages that count as won; empty means as Salesforce says'),
  arr: fieldName.default('ARR__c').describe('Opportunity field with the yearly recurring revenue'),
  csmOwner: fieldName.default('CSM__c').describe('Opportunity lookup to the CS owner; track its history to know when one was named'),
  implementationOwner: fieldName.default('Implementation_Owner__c').describe('Opportunity lookup to the implementation owner'),
  dealMoments: momentFields
    .default({
      Brief_Accepted_At__c: 'brief-accepted',
      Kickoff_Scheduled_At__c: 'kickoff-scheduled',
      First_Value_At__c: 'first-value',
      Onboarding_Completed_At__c: 'onboarding-completed',
      Promise_Gap_At__c: 'promise-gap-found',
      Promise_Conversation_At__c: 'promise-conversation-held',
    })
    .describe('Opportunity date fields to what happened then'),
  briefSections: z
    .record(fieldName, z.enum(BRIEF_SECTIONS))
    .default({
      Brief_Customer_Context__c: 'customer-context',
      Brief_Why_They_Bought__c: 'why-they-bought',
      Brief_What_We_Promised__c: 'what-we-promised',
      Brief_Political_Landscape__c: 'political-landscape',
      Brief_Success_Metrics__c: 'success-metrics',
      Brief_Red_Flags__c: 'red-flags',
    })
    .describe('Opportunity text fields to the section of the brief they hold; track their history to know when they were filled'),
  dealDimensions: dimensionFields
    .default({ product: 'Product_Line__c', 'lead-source': 'LeadSource' })
    .describe('Dimensions and the opportunity fields they are read from'),
  accountDimensions: dimensionFields
    .default({ segment: 'Segment__c', region: 'Region__c', industry: 'Industry' })
    .describe('Dimensions and the account fields they are read from'),
  customDimensions: z.boolean().default(true).describe('Take custom picklists that are not mapped as dimensions of their own'),
  accountCsm: fieldName.default('CSM__c').describe('Account lookup to the CS owner'),
  accountMoments: momentFields
    .default({ Churned_At__c: 'churned', Notice_Given_At__c: 'notice-given' })
    .describe('Account date fields to what happened then'),
  taskKinds: subjectKinds
    .default([
      { prefix: 'Welcome', kind: 'welcome-sent', required: false },
      { prefix: 'Next steps', kind: 'next-steps-sent', required: false },
      { prefix: 'Internal handoff', kind: 'internal-meeting-held', required: false },
      { prefix: 'Kickoff', kind: 'kickoff-held', required: false },
      { prefix: 'Promise conversation', kind: 'promise-conversation-held', required: false },
      { prefix: 'Onboarding:', kind: 'onboarding-task-done', required: true },
      { prefix: 'Call', kind: 'contact-made', required: false },
      { prefix: 'E-mail', kind: 'contact-made', required: false },
      { prefix: 'Email:', kind: 'contact-made', required: false },
    ])
    .describe('How the subject of a task begins, to what its completion means; the first that fits counts'),
  cancelledTaskStatuses: z.array(z.string()).default(['Cancelled', 'Canceled']).describe('Task statuses that mean it will not be done'),
  meetingKinds: subjectKinds
    .default([
      { prefix: 'Internal handoff', kind: 'internal-meeting-held', required: false },
      { prefix: 'Kickoff', kind: 'kickoff-held', required: false },
      { prefix: 'Promise conversation', kind: 'promise-conversation-held', required: false },
    ])
    .describe('How the subject of a calendar event begins, to what it means; another one with a contact is a contact'),
  casePriorities: z
    .record(z.string(), z.enum(['low', 'normal', 'high', 'urgent']))
    .default({ Low: 'low', Medium: 'normal', High: 'high', Urgent: 'urgent', Critical: 'urgent' })
    .describe('Case priorities to ours; urgent means an escalation'),
  escalationOwners: z.array(z.string()).default([]).describe('Queues or users that mean an escalation when a case moves to them'),
  repeatField: fieldName.default('Repeated_Information__c').describe('Case checkbox: the customer had to repeat information'),
  caseDeal: fieldName.default('').describe('Case lookup to the opportunity'),
  descriptionOrigins: z.array(z.string()).default(['Web']).describe("Case origins whose description is the customer's first message"),
});

export type SalesforceMapping = z.infer<typeof salesforceMapping>;
