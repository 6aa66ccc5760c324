import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packId, unpackId } from './packed-id.js';

test.each([
  ['hubspot:12345678901', 7],
  ['crm:7', 2],
  ['crm:007', 3],
  ['salesforce:006A0', 6],
  ['no source', 10],
  ['', 1],
  ['crm:', 1],
  ['crm:Zoë', 5],
])('%s takes %d bytes and is itself again', (id, bytes) => {
  expect(packId(id)).toHaveLength(bytes);
  expect(unpackId(packId(id))).toBe(id);
});

test('any id is itself again, from however many sources, and no two are alike', () => {
  const seen = new Map<string, string>();
  const id = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.tuple(fc.string({ maxLength: 2 }), fc.bigInt({ min: 0n })).map((parts) => parts.join(':')),
  );
  fc.assert(
    fc.property(id, (text) => {
      const packed = packId(text);
      expect(unpackId(packed)).toBe(text);
      const key = Buffer.from(packed).toString('hex');
      expect(seen.get(key) ?? text).toBe(text);
      seen.set(key, text);
    }),
    { numRuns: 2000 },
  );
});
