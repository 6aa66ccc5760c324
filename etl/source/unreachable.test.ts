import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { ADDRESS_FAULTS, withCertificate } from '../sandbox/stand-in/address-faults.js';
import { selfSigned } from '../sandbox/stand-in/certificate.js';
import { dialler } from './dial.js';
import { exchange } from './exchange.js';
import { connection } from './http.js';
import { pace } from './pace.js';
import { unreachable } from './unreachable.js';

const { signal } = new AbortController();
const limits = { attempts: 2, firstWaitMilliseconds: 1, connectMilliseconds: 300, totalMilliseconds: 5_000, coolMilliseconds: 0 };

test.each(ADDRESS_FAULTS)('$name is named', async ({ open, says }) => {
  const { url, close } = await open();
  onTestFinished(close);
  const api = connection({ name: 'Vendor', baseUrl: url, authorize: async () => ({}), limits });
  const asked = api.ask(z.unknown(), { path: '/', pace: pace({ count: 9, windowMilliseconds: 1 }), signal });
  await expect(asked).rejects.toMatchObject({ kind: 'network', message: expect.stringMatching(says) });
});

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

test.each([
  ['is for another host', selfSigned({ from: inDays(-1), until: inDays(1), address: [192, 0, 2, 1] })],
  ['has expired', selfSigned({ from: inDays(-9), until: inDays(-1) })],
  ['is not valid yet', selfSigned({ from: inDays(1), until: inDays(9) })],
])('a certificate of a known authority that %s is refused for that', async (why, certificate) => {
  const { url, close } = await withCertificate(certificate);
  onTestFinished(close);
  const dispatcher = dialler({ connectMilliseconds: 1_000, ca: [certificate.cert] });
  const bounds = { headersMilliseconds: 1_000, bodyMilliseconds: 1_000, totalMilliseconds: 2_000, bytes: 1_000 };
  const wanted = { name: 'Vendor', url: new URL(url), method: 'GET' as const, headers: {}, body: null, limits: bounds, signal, dispatcher };
  const error = await exchange(wanted).catch((cause: unknown) => unreachable('Vendor', url, cause));
  expect(error).toMatchObject({ message: expect.stringContaining(`its certificate ${why}`) });
});

test('a good certificate of a known authority is accepted', async () => {
  const certificate = selfSigned({ from: inDays(-1), until: inDays(1) });
  const { url, close } = await withCertificate(certificate);
  onTestFinished(close);
  const dispatcher = dialler({ connectMilliseconds: 1_000, ca: [certificate.cert] });
  const bounds = { headersMilliseconds: 1_000, bodyMilliseconds: 1_000, totalMilliseconds: 2_000, bytes: 1_000 };
  const wanted = { name: 'Vendor', url: new URL(url), method: 'GET' as const, headers: {}, body: null, limits: bounds, signal, dispatcher };
  expect((await exchange(wanted)).status).toBe(200);
});
