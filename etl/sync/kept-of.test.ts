import { expect, test } from 'vitest';
import { addressPlaceholder, erasedHash, recordWords } from '../warehouse/index.js';
import { keptOf } from './kept-of.js';

const key = Buffer.alloc(32, 3);
const hash = (kind: 'address' | 'person' | 'said', words: string) => erasedHash(key, kind, words);
const at = 'ann@acme.example';

function kept(payloads: { id: string; text: string }[], hashes: string[] | null) {
  const stream = { name: 'desk.users', idOf: (payload: unknown) => (payload as { id: string }).id };
  const reading = { erased: hashes && { key, hashes: new Set(hashes) } };
  return keptOf(payloads, { stream, key: { sourceId: 'desk' }, reading } as never);
}

test('where nobody was erased everything is kept as it came', () => {
  const payloads = [{ id: '1', text: at }];
  expect(kept(payloads, null).records).toBe(payloads);
});

test("an erased person's record is passed over, what they said is emptied, and their address is replaced elsewhere", () => {
  const hashes = [
    hash('address', at),
    hash('person', recordWords('desk', 'desk.users', '1')),
    hash('said', recordWords('desk', 'desk.users', '2')),
  ];
  const payloads = ['1', '2', '3'].map((id) => ({ id, text: `mail from ${at} to us` }));
  expect(kept(payloads, hashes)).toEqual({
    records: [
      { id: '2', text: '[erased]' },
      { id: '3', text: `mail from ${addressPlaceholder(hash('address', at))} to us` },
    ],
    skipped: ['1'],
  });
});
