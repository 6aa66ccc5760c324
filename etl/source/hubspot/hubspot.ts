import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { hubspotClient } from './client.js';
import { companies } from './companies.js';
import { contacts } from './contacts.js';
import { deals } from './deals.js';
import { calls, emails, meetings } from './engagements.js';
import { feedback } from './feedback.js';
import { optional } from './optional.js';
import { owners } from './owners.js';
import { pipelines } from './pipelines.js';
import type { Hubspot } from './reading.js';
import { testScopes } from './scope.js';
import { type HubspotSettings, hubspotCredentials, hubspotSettings } from './settings.js';
import { tasks } from './tasks.js';
import { tickets } from './tickets.js';
import { changedByWebhook, webhookReceipt } from './webhook.js';

export interface HubspotOptions {
  settings: HubspotSettings;
  token: string;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** HubSpot, read by a private app's token or a service key. */
export function hubspot({ settings, token, now, clock }: HubspotOptions): Source {
  const account: Hubspot = { client: hubspotClient({ settings, token, clock }), settings, now };
  return {
    kind: 'hubspot',
    streams: [
      owners(account),
      pipelines(account),
      companies(account),
      ...optional(contacts(account), 'contacts', settings.contacts),
      deals(account),
      tasks(account),
      ...optional(tickets(account), 'tickets', settings.tickets),
      ...optional(feedback(account), 'feedback_submissions', settings.feedback),
      ...optional(meetings(account), 'meetings', settings.meetings),
      ...optional(calls(account), 'calls', settings.calls),
      ...optional(emails(account), 'emails', settings.emails),
    ],
    test: (signal) => testScopes(account.client, ['owners', 'companies', 'deals', 'tasks', ...requiredTypes(settings)], signal),
  };
}

function requiredTypes({ contacts, tickets, feedback, lineItems, meetings, calls, emails }: HubspotSettings): string[] {
  const needs = { contacts, tickets, feedback_submissions: feedback, line_items: lineItems, meetings, calls, emails };
  return Object.entries(needs).flatMap(([type, need]) => (need === 'required' ? [type] : []));
}

export const hubspotKind = sourceKind({
  kind: 'hubspot',
  name: 'HubSpot',
  about: 'Deals with their stage history, companies, contacts, tasks, meetings, tickets, survey answers and owners.',
  settings: hubspotSettings,
  credentials: hubspotCredentials,
  webhook: { receipt: webhookReceipt, changed: changedByWebhook },
  open: ({ settings, credentials, now }) => hubspot({ settings, token: credentials.token, now }),
});
