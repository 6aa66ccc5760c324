import type { Answer, Fault } from '../fault.js';
import { type WireRecord, withRecords } from './page-faults.js';
import type { Outcome, VendorFault } from './vendor-fault.js';

const NAMED = /name|title|subject|label|summary/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/;

/** Every text of a record, at any depth, that `picks` accepts, as `change` makes it. */
function texts(value: unknown, picks: (name: string, text: string) => boolean, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => texts(one, picks, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, one]) => [
    name,
    typeof one === 'string' ? (picks(name, one) ? change(one) : one) : texts(one, picks, change),
  ]);
  return Object.fromEntries(inner);
}

const named = (name: string) => NAMED.test(name);
const moment = (_: string, text: string) => MOMENT.test(text);

const changed = (name: string, outcome: Outcome, change: (usual: Answer) => Answer): VendorFault => ({
  name,
  outcome,
  says: outcome === 'lives' ? null : /./,
  strike: () => (): Fault => ({ kind: 'change', change }),
});

const inNames = (suffix: string) => (usual: Answer) =>
  withRecords(usual, (records) => records.map((one) => texts(one, named, (text) => text + suffix) as WireRecord));

const firstMoments = (instead: string) => (usual: Answer) =>
  withRecords(usual, ([first, ...rest]) =>
    first === undefined ? [] : [texts(first, moment, (text) => instead + text.slice(4)) as WireRecord, ...rest],
  );

/** The bytes of the usual JSON after a change of its text. */
const inBytes =
  (change: (json: string) => Buffer, type = 'application/json') =>
  (usual: Answer): Answer =>
    usual.status === 200 && typeof usual.body === 'object' && usual.body !== null && !Buffer.isBuffer(usual.body)
      ? { ...usual, headers: { ...usual.headers, 'content-type': type }, body: change(JSON.stringify(usual.body)) }
      : usual;

const MARK = '\u0001';
const withBytes = (bytes: number[]) => (usual: Answer) => inBytes((json) => replaced(json, bytes))(inNames(MARK)(usual));

function replaced(json: string, bytes: number[]): Buffer {
  const pieces = json.split('\\u0001').map((piece) => Buffer.from(piece));
  return Buffer.concat(pieces.flatMap((piece, n) => (n === 0 ? [piece] : [Buffer.from(bytes), piece])));
}

const escapedLatin = (json: string) =>
  Buffer.from(
    json.replace(/[\u0100-\uffff]/g, (one) => `\\u${hex(one)}`),
    'latin1',
  );
const hex = (one: string) => one.charCodeAt(0).toString(16).padStart(4, '0');

/** A number no double can hold, one larger than any, and a field nobody documents. */
const HARD_NUMBERS = '{"undocumented_id":9007199254740993,"undocumented_amount":1e400,';

/** What the words and numbers of an answer can hold. */
export const TEXT_FAULTS: VendorFault[] = [
  changed('names with emoji and from right to left', 'alters', inNames(' 😀 \u202eשלום\u202c')),
  changed('NUL in names', 'alters', inNames('\u0000')),
  changed('half of a surrogate pair in names', 'alters', inNames('\ud83d')),
  changed('bytes that are no UTF-8 in names', 'alters', withBytes([0xff, 0xc3, 0x28])),
  changed('a moment in the year 1', 'alters', firstMoments('0001')),
  changed('a moment in the year 9999', 'alters', firstMoments('9999')),
  changed(
    'numbers beyond 2^53 and beyond all',
    'lives',
    inBytes((json) => Buffer.from(json.replace(/^\{/, HARD_NUMBERS))),
  ),
  changed(
    'a byte order mark',
    'lives',
    inBytes((json) => Buffer.from(`\ufeff${json}`)),
  ),
  changed('another charset', 'lives', inBytes(escapedLatin, 'application/json; charset=iso-8859-1')),
  changed(
    'JSON that calls itself text',
    'lives',
    inBytes((json) => Buffer.from(json), 'text/plain'),
  ),
  changed('fields nobody documents', 'lives', (usual) =>
    withRecords(usual, (records) => records.map((one) => ({ ...one, undocumented_field: { deep: [1, null] } }))),
  ),
];
