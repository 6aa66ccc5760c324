import { describe, expect, test } from 'vitest';
import { airbyteKind } from './airbyte/airbyte.js';
import { singerKind } from './singer/singer.js';
import { tapCommand, words } from './tap-command.js';

const context = { now: () => new Date(), keepCredentials: async () => {} };
const mapping = { currency: 'EUR', streams: [{ stream: 'a', what: 'accounts', key: ['id'], columns: { id: 'id' } }] };

describe.each([singerKind, airbyteKind])('settings of $kind', (kind) => {
  test('name a tap, and open without one', () => {
    expect(kind.open({ tap: 'crm', mapping }, null, context).streams).toHaveLength(1);
  });

  test.each([
    ['a command in place of a name', { tap: 'tap-crm --config x; rm -rf /' }],
    ['a path', { tap: '../../bin/sh' }],
    ['the standard input', { tap: '-' }],
    ['a command beside the name', { tap: 'crm', command: 'sh -c id' }],
    ['arguments beside the name', { tap: 'crm', args: ['-c', 'id'] }],
    ['an environment', { tap: 'crm', env: { BATON_TAP_CRM: 'id' } }],
  ])('refuse %s', (_, given) => {
    expect(() => kind.open({ mapping, ...given }, null, context)).toThrow(/settings are not complete/);
  });

  test('that name a tap nobody started Baton with fail the test of the connection', async () => {
    const source = kind.open({ tap: 'crm', mapping }, null, context);
    await expect(source.test(new AbortController().signal)).rejects.toThrow(
      /No command is known for the tap 'crm'\. Start Baton with BATON_TAP_CRM=/,
    );
  });
});

test('only variables of taps are looked at, whatever the name', () => {
  const env = { BATON_SECRET_KEY: 'sh', BATON_TAP_CRM: 'tap-crm --config "my file.json"', PATH: '/bin' };
  expect(tapCommand('crm', env)).toEqual(['tap-crm', '--config', 'my file.json']);
  for (const name of ['secret-key', 'PATH', 'CRM', '', '../crm']) expect(() => tapCommand(name, env)).toThrow(/No command is known/);
});

test.each([
  ['tap', ['tap']],
  ['  tap   --a  b ', ['tap', '--a', 'b']],
  [`tap 'a b' "c \\" d" e\\ f ''`, ['tap', 'a b', 'c " d', 'e f', '']],
  ['tap $HOME `id` && rm * | cat', ['tap', '$HOME', '`id`', '&&', 'rm', '*', '|', 'cat']],
  [`tap --x='a b'c`, ['tap', '--x=a bc']],
])('%s is cut into words and nothing in it is expanded', (command, expected) => {
  expect(words(command)).toEqual(expected);
});

test('a quote left open is refused', () => {
  expect(() => words(`tap 'a b`)).toThrow(/leaves a quote open/);
});
