import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { HUBSPOT_API_VERSION, type HubspotClient } from './client.js';
import { unavailable } from './unavailable.js';

/** https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/scopes */
const SCOPES: Record<string, string> = {
  owners: 'crm.objects.owners.read',
  companies: 'crm.objects.companies.read',
  deals: 'crm.objects.deals.read',
  tasks: 'crm.objects.contacts.read',
  contacts: 'crm.objects.contacts.read',
  tickets: 'tickets',
  feedback_submissions: 'crm.objects.feedback_submissions.read',
  line_items: 'crm.objects.line_items.read',
  meetings: 'crm.objects.contacts.read',
  calls: 'crm.objects.contacts.read',
  emails: 'sales-email-read',
};

/** Objects that only some products of HubSpot have. */
const TIERS: Record<string, string> = { feedback_submissions: ' (it comes with Service Hub Professional)' };

/** What is missing when an object is refused, and what to do. */
export const missingScope = (type: string): string =>
  `the token lacks the scope ${SCOPES[type] ?? type}${TIERS[type] ?? ''}. Add it to the private app or service key, or leave ${type.replace('_', ' ')} out.`;

/** Asks the smallest question that needs each object's scope. Throws one SourceError that names every scope that is missing. */
export async function testScopes(client: HubspotClient, types: string[], signal: AbortSignal): Promise<void> {
  const missing: string[] = [];
  for (const type of types) {
    const path = type === 'owners' ? `/crm/owners/${HUBSPOT_API_VERSION}` : `/crm/objects/${HUBSPOT_API_VERSION}/${type}`;
    try {
      await client.get(z.object({ results: z.array(z.unknown()) }), path, { limit: 1 }, signal);
    } catch (error) {
      if (!unavailable(error)) throw error;
      missing.push(type);
    }
  }
  const scopes = [...new Set(missing.map((type) => `${SCOPES[type] ?? type}${TIERS[type] ?? ''}`))];
  if (scopes.length === 0) return;
  throw new SourceError('scope', `HubSpot: the token lacks ${scopes.join(', ')}. Add it to the private app or service key.`, {
    status: 403,
  });
}
