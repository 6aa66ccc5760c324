import { expect, test } from 'vitest';
import { addressPlaceholder, erasedHash, namesakeWords, placeholder, withoutErased, withoutWords } from './index.js';

const key = Buffer.alloc(32, 3);
const address = erasedHash(key, 'address', 'Ann.Smith+x@acme.example');
const name = erasedHash(key, 'name', 'Ann Smith');
const erased = { key, hashes: new Set([address, name]) };

test('an address is replaced wherever it stands, in any case, and no longer one that holds it', () => {
  const payload = { to: ['ANN.smith+x@acme.example'], text: 'from <ann.smith+x@acme.example>, joann.smith+x@acme.example', n: 1, no: null };
  expect(withoutErased(payload, erased)).toEqual({
    to: [addressPlaceholder(address)],
    text: `from <${addressPlaceholder(address)}>, joann.smith+x@acme.example`,
    n: 1,
    no: null,
  });
});

test('a name is replaced where it stands alone', () => {
  expect(withoutErased({ owner: { name: ' ann smith ' }, other: 'Ann Smithson' }, erased)).toEqual({
    owner: { name: placeholder(name) },
    other: 'Ann Smithson',
  });
});

test('a namesake keeps the name beside their own address, and nowhere else', () => {
  const both = { key, hashes: new Set([...erased.hashes, erasedHash(key, 'namesake', namesakeWords('ann@other.example', 'Ann Smith'))]) };
  const theirs = { name: 'Ann Smith', email: 'Ann@Other.example' };
  expect(withoutErased(theirs, both)).toEqual(theirs);
  for (const payload of [
    { name: 'Ann Smith' },
    { name: 'Ann Smith', email: 'ann@third.example' },
    { name: 'Ann Smith', to: 'ann@other.example', from: 'ann.smith+x@acme.example' },
  ])
    expect(withoutErased(payload, both)).toMatchObject({ name: placeholder(name) });
});

test('another workspace makes other hashes of the same words', () => {
  expect(erasedHash(Buffer.alloc(32, 4), 'name', 'Ann Smith')).not.toBe(name);
});

test('of what was said nothing is left but ids and choices', () => {
  expect(withoutWords({ id: 7, status: 'very good', at: '2026-01-01T00:00:00Z', text: 'we waited for weeks' })).toEqual({
    id: 7,
    status: 'very good',
    at: '2026-01-01T00:00:00Z',
    text: '[erased]',
  });
});
