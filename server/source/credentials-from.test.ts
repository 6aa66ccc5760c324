import { expect, test } from 'vitest';
import { z } from 'zod';
import { type SourceKind, sourceKind } from '../../etl/source/source-kind.js';
import { credentialsFrom } from './credentials-from.js';

const kindWith = <T extends z.ZodType>(credentials: T | null): SourceKind =>
  sourceKind<z.ZodType, z.ZodType>({
    ...{ kind: 'help-desk', name: 'Help desk', about: '', settings: z.object({}), credentials },
    open: () => ({ kind: 'help-desk', streams: [], test: async () => {} }),
  });

test('a kind without credentials has none', () => {
  expect(credentialsFrom(kindWith(null), {})).toBeUndefined();
});

test('each field is a variable named after the kind', () => {
  const kind = kindWith(z.object({ clientId: z.string(), tenant: z.string().optional() }));
  expect(credentialsFrom(kind, { HELP_DESK_CLIENT_ID: 'me' })).toEqual({ clientId: 'me' });
  expect(() => credentialsFrom(kind, { HELP_DESK_TENANT: 'x' })).toThrow('Set HELP_DESK_CLIENT_ID.');
});

test('of several ways the first that is complete is taken', () => {
  const kind = kindWith(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('oauth'), id: z.string(), secret: z.string() }),
      z.object({ kind: z.literal('token'), token: z.string() }),
    ]),
  );
  expect(credentialsFrom(kind, { HELP_DESK_ID: 'me', HELP_DESK_TOKEN: 't' })).toEqual({ kind: 'token', token: 't' });
  expect(() => credentialsFrom(kind, {})).toThrow('Set HELP_DESK_ID and HELP_DESK_SECRET, or HELP_DESK_TOKEN.');
});
