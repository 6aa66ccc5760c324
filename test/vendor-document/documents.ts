import { asanaDocument } from './asana.js';
import { hubspotDocument } from './hubspot.js';
import { intercomDocument } from './intercom.js';
import { jiraDocument } from './jira.js';
import { pipedriveDocument } from './pipedrive.js';
import { salesforceDocument } from './salesforce.js';
import { stripeDocument } from './stripe.js';
import type { VendorDocument } from './vendor-document.js';
import { zendeskDocument } from './zendesk.js';

/** The vendors who have published what their API looks like. */
export const DOCUMENTS: VendorDocument[] = [
  asanaDocument,
  hubspotDocument,
  intercomDocument,
  jiraDocument,
  pipedriveDocument,
  salesforceDocument,
  stripeDocument,
  zendeskDocument,
];
