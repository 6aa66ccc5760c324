import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changedByWebhook, type SignedRequest, verifyWebhook, type WebhookVerdict } from './webhook.js';

const secret = 'the-secret-of-this-app';
const now = new Date('2026-03-01T12:00:00Z');
const uri = 'https://baton.example/api/webhook/hubspot/crm';
const body = '[{"objectId":1246965,"subscriptionType":"deal.propertyChange"}]';
const stamp = (seconds: number) => String(now.getTime() + seconds * 1000);

/** As HubSpot signs: over the decoded address, the bytes of the body and the timestamp. */
function signed({ method = 'POST', address = uri, text = body, at = stamp(0), key = secret } = {}) {
  return createHmac('sha256', key).update(`${method}${address}${text}${at}`, 'utf8').digest('base64');
}

const request = (more: Partial<SignedRequest> = {}): SignedRequest => ({
  method: 'POST',
  publicUri: uri,
  body: Buffer.from(body),
  signature: signed(),
  timestamp: stamp(0),
  ...more,
});

// The last byte differs, and no other.
const nearly = (signature: string) => {
  const bytes = Buffer.from(signature, 'base64');
  bytes[31] = (bytes[31] ?? 0) ^ 1;
  return bytes.toString('base64');
};

const vectors: [name: string, request: SignedRequest, verdict: WebhookVerdict][] = [
  ['as HubSpot sends it', request(), 'genuine'],
  [
    'a signature worked out by another program',
    request({ body: Buffer.from('[]'), signature: 'QRN9H1EcusWZ0etddR8U5aj2ndJD2KVsz5WvJdEQJcQ=', timestamp: stamp(0) }),
    'genuine',
  ],
  ['the method in small letters', request({ method: 'post' }), 'genuine'],
  ['299 seconds old', request({ timestamp: stamp(-299), signature: signed({ at: stamp(-299) }) }), 'genuine'],
  ['exactly five minutes old', request({ timestamp: stamp(-300), signature: signed({ at: stamp(-300) }) }), 'genuine'],
  ['301 seconds old', request({ timestamp: stamp(-301), signature: signed({ at: stamp(-301) }) }), 'too old'],
  ['a clock ten seconds ahead', request({ timestamp: stamp(10), signature: signed({ at: stamp(10) }) }), 'genuine'],
  ['ten minutes from now', request({ timestamp: stamp(600), signature: signed({ at: stamp(600) }) }), 'too old'],
  ['a fresh timestamp on an old signature', request({ timestamp: stamp(1) }), 'forged'],
  ['no signature', request({ signature: undefined }), 'unsigned'],
  ['an empty signature', request({ signature: '' }), 'unsigned'],
  ['no timestamp', request({ timestamp: undefined }), 'unsigned'],
  ['a timestamp that is no number', request({ timestamp: 'yesterday' }), 'unsigned'],
  ['a timestamp with an exponent', request({ timestamp: '1e12' }), 'unsigned'],
  ['a negative timestamp', request({ timestamp: '-1' }), 'unsigned'],
  ['another body', request({ body: Buffer.from(body.replace('1246965', '1246966')) }), 'forged'],
  ['one space more in the body', request({ body: Buffer.from(`${body} `) }), 'forged'],
  ['an empty body', request({ body: Buffer.alloc(0) }), 'forged'],
  ['an empty body, signed so', request({ body: Buffer.alloc(0), signature: signed({ text: '' }) }), 'genuine'],
  ['another method', request({ method: 'PUT' }), 'forged'],
  ['another path', request({ publicUri: `${uri}2` }), 'forged'],
  ['http instead of https', request({ publicUri: uri.replace('https', 'http') }), 'forged'],
  ['the address behind the proxy', request({ publicUri: 'http://127.0.0.1:3000/api/webhook/hubspot/crm' }), 'forged'],
  ['a query', request({ publicUri: `${uri}?a=1&b=2`, signature: signed({ address: `${uri}?a=1&b=2` }) }), 'genuine'],
  ['a query in another order', request({ publicUri: `${uri}?b=2&a=1`, signature: signed({ address: `${uri}?a=1&b=2` }) }), 'forged'],
  [
    'encoded characters that HubSpot decodes',
    request({ publicUri: `${uri}?to=https%3A%2F%2Fx%40y%2c`, signature: signed({ address: `${uri}?to=https://x@y,` }) }),
    'genuine',
  ],
  [
    'encoded characters that HubSpot leaves',
    request({ publicUri: `${uri}?a=b%20c%26d%25`, signature: signed({ address: `${uri}?a=b%20c%26d%25` }) }),
    'genuine',
  ],
  [
    'words beyond ASCII',
    request({ body: Buffer.from('[{"v":"Zürich 東京 🚀"}]'), signature: signed({ text: '[{"v":"Zürich 東京 🚀"}]' }) }),
    'genuine',
  ],
  ['another secret', request({ signature: signed({ key: 'another' }) }), 'forged'],
  ['the former secret', request({ signature: signed({ key: 'the-former-secret' }) }), 'genuine'],
  ['one bit off', request({ signature: nearly(signed()) }), 'forged'],
  ['a signature cut short', request({ signature: signed().slice(0, 20) }), 'forged'],
  ['a signature with more behind it', request({ signature: `${signed()}AAAA` }), 'forged'],
  ['a signature in hexadecimal', request({ signature: Buffer.from(signed(), 'base64').toString('hex') }), 'forged'],
  ['a signature that is no base64', request({ signature: '!!!!' }), 'forged'],
];

describe('a request', () => {
  test.each(vectors)('%s', (_, given, verdict) => {
    expect(verifyWebhook(given, [secret, 'the-former-secret'], now)).toBe(verdict);
  });

  test('is forged for an app without a secret', () => {
    expect(verifyWebhook(request({ signature: signed({ key: '' }) }), [''], now)).toBe('forged');
    expect(verifyWebhook(request(), [], now)).toBe('forged');
  });
});

describe('the events of a request', () => {
  const read = (events: unknown) =>
    Object.fromEntries([...changedByWebhook(Buffer.from(JSON.stringify(events)))].map(([stream, ids]) => [stream, [...ids]]));

  test('name each object once, by stream', () => {
    const events = [
      { objectId: 7, subscriptionType: 'deal.propertyChange', propertyName: 'dealstage', propertyValue: 'closedwon', occurredAt: 2 },
      { objectId: 7, subscriptionType: 'deal.propertyChange', propertyName: 'amount', propertyValue: '5', occurredAt: 1 },
      { objectId: 8, subscriptionType: 'deal.creation' },
      { objectId: 9, subscriptionType: 'deal.deletion' },
      { objectId: 3, subscriptionType: 'company.propertyChange' },
      { objectId: 4, subscriptionType: 'contact.privacyDeletion' },
      { objectId: 5, subscriptionType: 'ticket.restore' },
      { objectId: 6, subscriptionType: 'object.propertyChange', objectTypeId: '0-27' },
    ];
    expect(read(events)).toEqual({
      'hubspot.deals': ['7', '8', '9'],
      'hubspot.companies': ['3'],
      'hubspot.contacts': ['4'],
      'hubspot.tickets': ['5'],
      'hubspot.tasks': ['6'],
    });
  });

  test('of a merge name the winner, of an association the end it starts at', () => {
    const events = [
      { subscriptionType: 'company.merge', primaryObjectId: 11, mergedObjectIds: [12], newObjectId: 13 },
      { subscriptionType: 'deal.associationChange', fromObjectId: 21, toObjectId: 22, associationType: 'DEAL_TO_COMPANY' },
    ];
    expect(read(events)).toEqual({ 'hubspot.companies': ['11', '13'], 'hubspot.deals': ['21'] });
  });

  test('that are not ours, or name no number, are passed over', () => {
    expect(
      read([
        { subscriptionType: 'product.creation', objectId: 1 },
        { subscriptionType: 'deal.creation', objectId: "1'; --" },
      ]),
    ).toEqual({});
    expect(read([])).toEqual({});
  });

  test.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['101 of them', JSON.stringify(Array(101).fill({ subscriptionType: 'deal.creation' }))],
  ])('%s are refused', (_, text) => {
    expect(() => changedByWebhook(Buffer.from(text))).toThrow('no list of at most 100 events');
  });
});
