import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { allowedHosts } from './allowed-hosts.js';
import { dialler } from './dial.js';
import { exchange } from './exchange.js';
import { type Reach, reachOf } from './reach.js';

type Found = Awaited<ReturnType<Reach['addresses']>>;
const at = (address: string) => ({ address, family: address.includes(':') ? 6 : 4 });

/** Where names lead in these tests; nothing is ever looked up. */
const NAMES: Record<string, string[]> = {
  'crm.example.com': ['203.0.114.7', '2606:4700::1'],
  'inside.example.com': ['10.1.2.3'],
  'mixed.example.com': ['203.0.114.7', '127.0.0.1'],
  'mapped.example.com': ['::ffff:192.168.0.1'],
  'metadata.google.internal': ['169.254.169.254'],
  '127.0.0.1.nip.io': ['127.0.0.1'],
  'cname-to-private.example.com': ['192.168.1.1'],
  'ula.example.com': ['fd00:ec2::254'],
  localhost: ['127.0.0.1'],
  'db.localhost': ['127.0.0.1'],
  postgres: ['172.18.0.2'],
};

function within(allowed = '') {
  const looked: string[] = [];
  const hosts = allowedHosts(allowed);
  const look = async (host: string): Promise<Found> => {
    looked.push(host);
    const found = NAMES[host];
    if (!found) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return found.map(at);
  };
  return { reach: reachOf(() => hosts, look), looked };
}

/** What a request to `url` would dial: nothing when it is refused. */
async function dialled(url: string, { reach } = within()): Promise<string[]> {
  const wanted = new URL(url);
  reach.admit(wanted);
  const found = await reach.addresses(wanted.hostname, Number(wanted.port) || (wanted.protocol === 'https:' ? 443 : 80));
  return found.map(({ address }) => address);
}

const REFUSED = [
  ...['127.0.0.1', '127.1', '127.255.255.254', '0.0.0.0', '0', '2130706433', '017700000001', '0x7f.1', '0x7f000001', '0177.0.0.1'],
  ...['127.0.0.1.', '127。0。0。1', '１２７.0.0.1', '①②⑦.0.0.1', '%31%32%37.0.0.1', '127.0.1'],
  ...['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]', '[::ffff:10.0.0.1]', '[::ffff:169.254.169.254]'],
  ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '3232235521', '0xa.1'],
  ...[
    '169.254.169.254',
    '169.254.170.2',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fc00::1]',
    '[fdff::1]',
    '[fec0::1]',
    '100.64.0.1',
    '100.127.255.255',
  ],
  ...[
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '[ff02::1]',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
  ],
  ...['192.0.0.8', '192.88.99.1', '[2001:db8::1]', '[100::1]', '[2001::1]', '[3fff::1]'],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost..',
    'db.localhost',
    'inside.example.com',
    'inside.example.com.',
    'mixed.example.com',
  ],
  ...['mapped.example.com', 'metadata.google.internal', '127.0.0.1.nip.io', 'cname-to-private.example.com', 'ula.example.com', 'postgres'],
  ...['user@crm.example.com', 'user:password@crm.example.com', 'crm.example.com:password@127.0.0.1', '127.0.0.1\\@crm.example.com'],
  ...['crm.example.com@10.0.0.1', '127.0.0.1#@crm.example.com', '127.0.0.1?crm.example.com', 'crm.example.com:22', 'crm.example.com:5432'],
  ...['crm.example.com:6379', '[fe80::1%25eth0]', '[::1%25lo]', '127.0.0.1/%0d%0aHost:%20x', 'crm.example.com:0'],
].map((host) => `https://${host}`);

const SCHEMES = [
  'http://crm.example.com',
  'file:///etc/passwd',
  'gopher://crm.example.com',
  'data:text/plain,x',
  'ftp://crm.example.com',
  'ws://crm.example.com',
];

test('more than 60 ways into our own network are none', async () => {
  const vectors = [...REFUSED, ...SCHEMES];
  const reached: string[] = [];
  for (const url of vectors)
    await dialled(url).then(
      (found) => reached.push(`${url} -> ${found}`),
      () => {},
    );
  console.log({ vectors: vectors.length, reached: reached.length });
  expect(reached).toEqual([]);
  expect(vectors.length).toBeGreaterThan(80);
});

test('a public host is connected to, at the addresses that were checked', async () => {
  const here = within();
  expect(await dialled('https://crm.example.com/api', here)).toEqual(['203.0.114.7', '2606:4700::1']);
  expect(here.looked).toEqual(['crm.example.com']);
  expect(await dialled('https://8.8.8.8')).toEqual(['8.8.8.8']);
});

test('a name is looked up once, so that it cannot lead elsewhere after the check', async () => {
  let looked = 0;
  const rebinding = reachOf(
    () => allowedHosts(''),
    async () => [at(looked++ === 0 ? '203.0.114.7' : '127.0.0.1')],
  );
  expect(await rebinding.addresses('crm.example.com', 443)).toEqual([at('203.0.114.7')]);
  await expect(rebinding.addresses('crm.example.com', 443)).rejects.toThrow('it leads to 127.0.0.1, this machine');
});

test.each([
  ['https://10.1.2.3', '10.1.2.3 is not connected to: it is a private network.'],
  ['https://inside.example.com', 'inside.example.com is not connected to: it leads to 10.1.2.3, a private network.'],
  ['http://crm.example.com', 'crm.example.com is not connected to: http is not encrypted.'],
  ['https://crm.example.com:22', 'crm.example.com is not connected to: port 22 is not one of the web.'],
  ['https://me:secret@crm.example.com', 'an address must not hold a user name or password'],
])('%s is refused with its reason and the setting, and without a secret', async (url, reason) => {
  const refusal = await dialled(url).catch((error: Error) => error.message);
  expect(refusal).toContain(reason);
  expect(refusal).toContain('BATON_ALLOW_HOSTS');
  expect(refusal).not.toContain('secret');
});

test.each([
  ['10.0.0.0/8', 'https://inside.example.com', ['10.1.2.3']],
  ['10.0.0.0/8', 'http://10.9.9.9:8080', ['10.9.9.9']],
  ['inside.example.com', 'http://inside.example.com:8080', ['10.1.2.3']],
  ['inside.example.com:8443', 'https://inside.example.com:8443', ['10.1.2.3']],
  ['[::1]:80', 'http://[::1]', ['::1']],
  ['localhost', 'http://localhost:3000', ['127.0.0.1']],
])('what is allowed (%s) is connected to: %s', async (allowed, url, found) => {
  expect(await dialled(url, within(allowed))).toEqual(found);
});

test.each([
  ['10.1.0.0/24', 'https://inside.example.com'],
  ['inside.example.com:8443', 'https://inside.example.com'],
  ['inside.example.com', 'https://cname-to-private.example.com'],
  ['10.0.0.0/8', 'http://inside.example.com'],
  ['inside.example.com', 'https://x@inside.example.com'],
])('what is allowed (%s) allows nothing else: %s', async (allowed, url) => {
  await expect(dialled(url, within(allowed))).rejects.toThrow('is not connected to');
});

test.each(['*.example.com', 'https://example.com', '10.0.0.0/33', 'a b;c', 'example.com:', '300.1.1.1/8'])(
  '"%s" is no entry of the list',
  (entry) => {
    expect(() => allowedHosts(entry)).toThrow('BATON_ALLOW_HOSTS');
  },
);

test('a list of more than 1,000 entries is refused', () => {
  expect(() => allowedHosts(Array.from({ length: 1_001 }, (_, n) => `10.0.${n >> 8}.${n & 255}`).join(','))).toThrow('1001 entries');
});

async function canary() {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end('{}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, hits: () => hits };
}

const limits = { headersMilliseconds: 1_000, bodyMilliseconds: 1_000, totalMilliseconds: 2_000, bytes: 1_000 };
const asked = (url: string, reach: Reach) =>
  exchange({
    name: 'Vendor',
    url: new URL(url),
    method: 'GET',
    headers: {},
    body: null,
    limits,
    signal: new AbortController().signal,
    reach,
    dispatcher: dialler({ connectMilliseconds: 500, reach }),
  });

test('a canary on this machine is not reached by its name, its address or a redirect, and is when it is allowed', async () => {
  const { port, hits } = await canary();
  const redirecting = createServer((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end());
  await new Promise<void>((ready) => redirecting.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    redirecting.close();
  });
  const from = (redirecting.address() as AddressInfo).port;
  for (const host of ['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', '127.0.0.1.nip.io', 'mixed.example.com']) {
    for (const scheme of ['http', 'https']) {
      await expect(asked(`${scheme}://${host}:${port}/`, within().reach)).rejects.toThrow('is not connected to');
    }
  }
  await expect(asked(`http://127.0.0.1:${from}/`, within(`127.0.0.1:${from}`).reach)).rejects.toThrow('which was refused');
  expect(hits()).toBe(0);
  expect((await asked(`http://127.0.0.1:${port}/`, within(`127.0.0.1:${port}`).reach)).status).toBe(200);
  expect(hits()).toBe(1);
});

test('the dialler refuses by itself, and looks nothing up twice', async () => {
  const { port, hits } = await canary();
  const open: Reach = { ...within().reach, admit: () => {} };
  await expect(asked(`http://127.0.0.1:${port}/`, open)).rejects.toThrow('this machine');
  await expect(asked(`http://mixed.example.com:${port}/`, open)).rejects.toThrow('it leads to 127.0.0.1');
  expect(hits()).toBe(0);
  let looked = 0;
  const once: Reach = { admit: () => {}, addresses: async () => (looked++ === 0 ? [at('127.0.0.1')] : [at('203.0.114.7')]) };
  expect((await asked(`http://crm.example.com:${port}/`, once)).status).toBe(200);
  expect(looked).toBe(1);
});

test('a proxy of the environment is not used', async () => {
  const proxy = await canary();
  const target = await canary();
  const before = { ...process.env };
  onTestFinished(() => {
    process.env = before;
  });
  Object.assign(process.env, { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, http_proxy: `http://127.0.0.1:${proxy.port}` });
  await asked(`http://127.0.0.1:${target.port}/`, within('127.0.0.0/8').reach);
  expect([proxy.hits(), target.hits()]).toEqual([0, 1]);
});
