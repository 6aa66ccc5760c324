/**
 * Ids of handoffs in few bytes: a source and the number it gave, as in 'hubspot:12345678901', are a byte for the source and half a
 * byte for each digit. The first byte is 0 for any other text, else twice the number of the source, and one more where digits follow.
 */

const DIGITS = /^[0-9]+$/;

/** As many as the first byte can tell; the ids of further sources are kept whole. */
const MOST_SOURCES = 127;

/** Every source met in this thread, colon included, by its number less one: what another thread has packed is told with those that it has met. */
const sources: string[] = [];
const numberOf = new Map<string, number>();

export const sourcesMet = (): readonly string[] => sources;

/** Whether this thread numbers all of them as their order does; those it has not met are numbered now. */
export const numbersAlike = (met: readonly string[]): boolean => met.map(sourceNumber).every((number, i) => number === i + 1);

export function packId(id: string): Uint8Array {
  const end = id.indexOf(':') + 1;
  const source = end === 0 ? 0 : sourceNumber(id.slice(0, end));
  if (source === 0) return Buffer.concat([Buffer.of(0), Buffer.from(id)]);
  const rest = id.slice(end);
  return DIGITS.test(rest) ? packDigits(2 * source + 1, rest) : Buffer.concat([Buffer.of(2 * source), Buffer.from(rest)]);
}

/** From 1; 0 when there are too many. */
function sourceNumber(source: string): number {
  const known = numberOf.get(source);
  if (known !== undefined) return known;
  if (sources.length === MOST_SOURCES) return 0;
  const number = sources.push(source);
  numberOf.set(source, number);
  return number;
}

/** A digit is one more than itself, for 0 fills up the last byte. */
function packDigits(first: number, digits: string): Uint8Array {
  const packed = new Uint8Array(1 + Math.ceil(digits.length / 2));
  packed[0] = first;
  for (let i = 0; i < digits.length; i++) {
    const half = digits.charCodeAt(i) - 47;
    const at = 1 + (i >> 1);
    packed[at] = (packed[at] ?? 0) | (i % 2 === 0 ? half << 4 : half);
  }
  return packed;
}

/** `met`: the sources of the thread that packed it. */
export function unpackId(packed: Uint8Array, met = sourcesMet()): string {
  const first = packed[0] ?? 0;
  const source = first < 2 ? '' : (met[(first >> 1) - 1] ?? '');
  return source + (first % 2 === 1 ? unpackDigits(packed) : Buffer.from(packed.subarray(1)).toString('utf8'));
}

function unpackDigits(packed: Uint8Array): string {
  let digits = '';
  for (const byte of packed.subarray(1)) {
    digits += (byte >> 4) - 1;
    if (byte % 16 > 0) digits += (byte % 16) - 1;
  }
  return digits;
}
