import { gzipSync } from 'node:zlib';
import type { Answer, Fault } from '../fault.js';
import { lasting, passing, type VendorFault } from './vendor-fault.js';

const PACKED = { 'content-type': 'application/json', 'content-encoding': 'gzip' };

const LARGE_BYTES = 50_000_000;
let bomb: Buffer | null = null;
let large: Buffer | null = null;

/** 64 MB of nothing in 64 kB. */
const packedBomb = () => {
  bomb ??= gzipSync(Buffer.alloc(64_000_000, ' '));
  return bomb;
};
const largePage = () => {
  large ??= Buffer.alloc(LARGE_BYTES, ' ');
  return large;
};

const json =
  (body: string | Buffer, more: Partial<Answer> = {}) =>
  (): Fault => ({
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body,
    ...more,
  });

const redirect = (location: string) => () => json('', { status: 302, headers: { location } })();

/** What can happen to a connection and to the bytes of an answer. */
export const CONNECTION_FAULTS: VendorFault[] = [
  passing('no answer at all', () => ({ kind: 'stall', afterBytes: null }), 1),
  passing('an answer that stops in the middle', () => ({ kind: 'stall', afterBytes: 20 }), 1),
  passing('an answer that drips', () => ({ kind: 'drip', milliseconds: 100 }), 1),
  passing('a connection reset before the answer', () => ({ kind: 'reset' })),
  passing('a connection cut in the middle of the answer', () => ({ kind: 'truncate', afterBytes: 20 })),
  passing('JSON that ends too early', json('{"results":[{"id":')),
  passing('an empty body', json('')),
  passing('packed bytes that cannot be unpacked', json(Buffer.from('not packed at all'), { headers: PACKED })),
  lasting(
    'a web page with status 200',
    /web page/,
    json('<!doctype html><html>Log in</html>', { headers: { 'content-type': 'text/html' } }),
  ),
  lasting('an error with status 200', /./, json('{"error":{"code":"E42","message":"the service is down"}}')),
  lasting('a packed answer that unpacks to 64 MB', /larger than/, () => json(packedBomb(), { headers: PACKED })()),
  lasting('a page of 50 MB', /larger than/, () => json(largePage())()),
  lasting('a redirect to another host', /redirect/, redirect('http://192.0.2.1/elsewhere')),
  lasting('a redirect in a circle', /redirect/, redirect('?again')),
];
