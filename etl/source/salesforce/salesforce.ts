import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { accounts } from './accounts.js';
import { caseComments } from './case-comments.js';
import { caseHistory } from './case-history.js';
import { caseMails } from './case-mails.js';
import { cases } from './cases.js';
import { salesforceClient } from './client.js';
import { contacts } from './contacts.js';
import { meetings } from './meetings.js';
import { opportunities } from './opportunities.js';
import { opportunityFieldHistory } from './opportunity-field-history.js';
import { opportunityHistory } from './opportunity-history.js';
import type { Salesforce } from './org.js';
import { type SalesforceCredentials, type SalesforceSettings, salesforceCredentials, salesforceSettings } from './settings.js';
import { stages } from './stages.js';
import { tasks } from './tasks.js';
import { tryAll } from './try-all.js';
import { users } from './users.js';

export interface SalesforceOptions {
  settings: SalesforceSettings;
  credentials: SalesforceCredentials;
  now: () => Date;
  keepCredentials(credentials: unknown): Promise<void>;
  /** By which the connection waits. */
  clock?: Clock;
}

const STREAMS = [
  users,
  stages,
  accounts,
  contacts,
  opportunities,
  opportunityHistory,
  opportunityFieldHistory,
  tasks,
  meetings,
  cases,
  caseHistory,
  caseComments,
  caseMails,
];

/** Salesforce Sales and Service Cloud, read by an external client app. */
export function salesforce({ settings, credentials, now, keepCredentials, clock }: SalesforceOptions): Source {
  const org: Salesforce = { client: salesforceClient({ settings, credentials, keepCredentials, clock }), settings, now, clock };
  return { kind: 'salesforce', streams: STREAMS.map((stream) => stream(org)), test: (signal) => tryAll(org, signal) };
}

export const salesforceKind = sourceKind({
  kind: 'salesforce',
  name: 'Salesforce',
  about: 'Opportunities with their stage history, accounts, contacts, tasks, meetings, cases and users.',
  settings: salesforceSettings,
  credentials: salesforceCredentials,
  open: salesforce,
});
