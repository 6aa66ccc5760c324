import type { Answer, Fault } from '../fault.js';
import { lasting, passing, type VendorFault } from './vendor-fault.js';

const GATEWAY = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

const answer =
  (status: number, more: Partial<Answer> = {}) =>
  (): Fault => ({
    kind: 'answer',
    status,
    body: { message: `status ${status}` },
    ...more,
  });

const tooMany = (wait: () => string) => (): Fault => answer(429, { headers: { 'retry-after': wait() } })();

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Mid-run: the first questions are answered, then one is not, then all are. */
const lostIdentity: VendorFault = {
  name: '401 in the middle of a run',
  outcome: 'either',
  says: /401|credentials|sign in/i,
  strike: () => {
    let count = 0;
    return () => (++count === 3 ? answer(401)() : null);
  },
};

/** Everything a status line and a Retry-After can say. */
export const STATUS_FAULTS: VendorFault[] = [
  passing('429 without Retry-After', answer(429)),
  passing(
    '429 with Retry-After in seconds',
    tooMany(() => '1'),
    1,
  ),
  passing(
    '429 with Retry-After in fractions of a second',
    tooMany(() => '0.25'),
  ),
  passing(
    '429 with Retry-After as a date',
    tooMany(() => inSeconds(1)),
    1,
  ),
  passing(
    '429 with Retry-After as a date gone by',
    tooMany(() => inSeconds(-60)),
  ),
  passing(
    '429 with Retry-After below zero',
    tooMany(() => '-5'),
  ),
  passing(
    '429 with Retry-After that is neither',
    tooMany(() => 'soon'),
  ),
  lasting(
    '429 with Retry-After of 31 years',
    /429|later/,
    tooMany(() => '1000000000'),
  ),
  passing('500', answer(500)),
  passing('502 with a web page', answer(502, { body: GATEWAY })),
  passing('503', answer(503)),
  passing('503 with Retry-After', answer(503, { headers: { 'retry-after': '0.1' } })),
  passing('504', answer(504)),
  passing('520 of a proxy', answer(520, { body: GATEWAY })),
  lasting('500 that stays', /500/, answer(500)),
  lasting('400', /400/, answer(400)),
  lasting('401 that stays', /401|credentials/i, answer(401)),
  lasting('403', /403|permission|scope/i, answer(403)),
  lasting('404', /404|not found/i, answer(404)),
  lostIdentity,
];
