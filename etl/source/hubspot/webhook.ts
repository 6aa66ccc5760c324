import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { WebhookRequest } from '../source-kind.js';
import type { HubspotCredentials } from './settings.js';

/** What of a request is signed. */
export interface SignedRequest extends Pick<WebhookRequest, 'method' | 'publicUri' | 'body'> {
  /** `X-HubSpot-Signature-v3`. */
  signature: string | undefined;
  /** `X-HubSpot-Request-Timestamp`: milliseconds since 1970. */
  timestamp: string | undefined;
}

export type WebhookVerdict = 'genuine' | 'unsigned' | 'too old' | 'forged';

const MOST_AGE = 5 * 60_000;

/** HubSpot decodes these and no others before it signs. */
const DECODED: Record<string, string> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

/**
 * Whether HubSpot sent it within the last five minutes (or, by its clock, the next). `secrets` are the app's client secret and,
 * while it is being replaced, the former one. https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
export function verifyWebhook(request: SignedRequest, secrets: string[], now: Date): WebhookVerdict {
  const { signature, timestamp } = request;
  if (!signature || !timestamp || !/^\d{1,15}$/.test(timestamp)) return 'unsigned';
  if (Math.abs(now.getTime() - Number(timestamp)) > MOST_AGE) return 'too old';
  const given = Buffer.from(signature, 'utf8');
  const matches = secrets.filter(Boolean).map((secret) => {
    const expected = signatureOf(request, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return matches.includes(true) ? 'genuine' : 'forged';
}

/** Names a genuine message by its signature, which covers its time and body; null for any other. */
export function webhookReceipt(request: WebhookRequest, credentials: HubspotCredentials, now: Date): string | null {
  const { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp } = request.headers;
  const secrets = [credentials.webhookSecret, credentials.formerWebhookSecret].filter((secret) => secret !== undefined);
  if (verifyWebhook({ ...request, signature, timestamp }, secrets, now) !== 'genuine' || !signature) return null;
  return createHash('sha256').update(signature).digest('base64url');
}

function signatureOf({ method, publicUri, body, timestamp = '' }: SignedRequest, secret: string): Buffer {
  const uri = publicUri.replace(/%[0-9a-f]{2}/gi, (code) => DECODED[code.toUpperCase()] ?? code);
  const hash = createHmac('sha256', secret).update(`${method.toUpperCase()}${uri}`).update(body).update(timestamp);
  return Buffer.from(hash.digest('base64'), 'utf8');
}

/** https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide */
const wireEvent = z.object({
  subscriptionType: z.string(),
  objectId: z.coerce.string().optional(),
  /** Of the subscriptions that name no object themselves: 'object.propertyChange'. */
  objectTypeId: z.string().optional(),
  /** Of a change of association. */
  fromObjectId: z.coerce.string().optional(),
  /** Of a merge: the one that stays, or the one that came of both. */
  primaryObjectId: z.coerce.string().optional(),
  newObjectId: z.coerce.string().optional(),
});
const MOST_EVENTS = 100;
const wireEvents = z.array(wireEvent).max(MOST_EVENTS);

const STREAMS: Record<string, string> = {
  company: 'hubspot.companies',
  contact: 'hubspot.contacts',
  deal: 'hubspot.deals',
  ticket: 'hubspot.tickets',
  '0-1': 'hubspot.contacts',
  '0-2': 'hubspot.companies',
  '0-3': 'hubspot.deals',
  '0-5': 'hubspot.tickets',
  '0-19': 'hubspot.feedback-submissions',
  '0-27': 'hubspot.tasks',
  '0-47': 'hubspot.meetings',
  '0-48': 'hubspot.calls',
  '0-49': 'hubspot.emails',
};

/**
 * Ids of what changed, by stream, for `Stream.named`: events come unordered and more than once, so nothing else of them is used.
 * Subscriptions to what is not read are passed over. Throws when the body is no list of at most 100 events.
 */
export function changedByWebhook(body: Buffer): Map<string, Set<string>> {
  const events = wireEvents.safeParse(json(body));
  if (!events.success) throw new Error(`HubSpot sent no list of at most ${MOST_EVENTS} events.`);
  const changed = new Map<string, Set<string>>();
  for (const event of events.data) {
    const [object = ''] = event.subscriptionType.split('.');
    const stream = STREAMS[event.objectTypeId ?? object];
    if (!stream) continue;
    for (const id of idsOf(event)) changed.set(stream, (changed.get(stream) ?? new Set()).add(id));
  }
  return changed;
}

const idsOf = ({ objectId, fromObjectId, primaryObjectId, newObjectId }: z.output<typeof wireEvent>): string[] =>
  [objectId, fromObjectId, primaryObjectId, newObjectId].flatMap((id) => (id !== undefined && /^\d{1,19}$/.test(id) ? [id] : []));

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
