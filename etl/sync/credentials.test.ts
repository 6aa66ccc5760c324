import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openCredentials, sealCredentials } from './credentials.js';

const place = { key: randomBytes(32), workspaceId: '11111111-1111-4111-8111-111111111111', sourceId: 'crm' };

test('what was sealed opens again', () => {
  const sealed = sealCredentials({ token: 'pat-1' }, place);
  expect(openCredentials(sealed, place)).toEqual({ token: 'pat-1' });
  expect(sealed.includes('pat-1')).toBe(false);
});

test('the same secret never seals to the same bytes', () => {
  expect(sealCredentials('x', place)).not.toEqual(sealCredentials('x', place));
});

test.each([
  ['another source', { ...place, sourceId: 'desk' }],
  ['another workspace', { ...place, workspaceId: '22222222-2222-4222-8222-222222222222' }],
  ['another key', { ...place, key: randomBytes(32) }],
])('sealed bytes are refused under %s', (_, elsewhere) => {
  const sealed = sealCredentials({ token: 'pat-1' }, place);
  expect(() => openCredentials(sealed, elsewhere)).toThrow(/credentials of source/);
});

test('a changed byte is refused', () => {
  const sealed = sealCredentials({ token: 'pat-1' }, place);
  sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
  expect(() => openCredentials(sealed, place)).toThrow(/cannot be opened/);
});
