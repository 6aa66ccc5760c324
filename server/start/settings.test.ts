import { expect, it } from 'vitest';
import { CommandMistake } from '../command.js';
import { readSettings } from './settings.js';

it('an empty environment starts on 127.0.0.1:4010 with the sample company and the embedded database', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', BATON_DATA_DIR: '' })).toMatchObject({
    port: 4010,
    host: '127.0.0.1',
    databaseUrl: null,
    dataDirectory: expect.stringMatching(/^[/].*[/][.]baton$/),
    sample: true,
    countBeside: true,
    freshWithin: 10,
    publicUrl: undefined,
  });
});

it('what is set is honoured', () => {
  const given = {
    PORT: '80',
    DATABASE_URL: 'postgres://a:b@c/d',
    BATON_SAMPLE: 'off',
    BATON_COUNTING: 'within',
    BATON_FRESH_WITHIN: '0',
    BATON_PUBLIC_URL: 'https://baton.example/',
    BATON_CURRENCY: 'USD',
  };
  expect(readSettings(given)).toMatchObject({
    port: 80,
    databaseUrl: 'postgres://a:b@c/d',
    sample: false,
    countBeside: false,
    freshWithin: 0,
    publicUrl: 'https://baton.example',
    currency: 'USD',
  });
});

it('a provider is named after its address unless it has a name', () => {
  const given = { BATON_OIDC_ISSUER: 'https://id.example/realm', BATON_OIDC_CLIENT_ID: 'baton' };
  expect(readSettings(given).entrance).toEqual({
    passwords: true,
    sessionIdleDays: 7,
    secondFactorRequired: false,
    provider: { issuer: 'https://id.example/realm', clientId: 'baton', clientSecret: null, name: 'id.example' },
  });
  expect(readSettings({ ...given, BATON_SECOND_FACTOR: 'required' }).entrance.secondFactorRequired).toBe(true);
  expect(readSettings({ ...given, BATON_OIDC_NAME: 'Example', BATON_PASSWORDS: 'off' }).entrance).toMatchObject({
    passwords: false,
    provider: { name: 'Example' },
  });
});

it.each([
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535.'],
  [{ DATABASE_URL: 'mysql://baton:hunter2@host/x' }, 'DATABASE_URL is not an address such as postgres://user:password@host:5432/database.'],
  [{ BATON_SAMPLE: 'no' }, 'BATON_SAMPLE must be on or off.'],
  [{ BATON_TIME_ZONE: 'Mars' }, 'BATON_TIME_ZONE is not the name of a time zone, such as Europe/Berlin.'],
  [{ BATON_SECRET_KEY: 'hunter2' }, 'BATON_SECRET_KEY must have 32 characters or more.'],
  [{ BATON_PASSWORDS: 'off' }, 'BATON_PASSWORDS is off and there is no provider. Set BATON_OIDC_ISSUER, or BATON_PASSWORDS=on.'],
  [{ BATON_OIDC_ISSUER: 'https://id.example' }, 'BATON_OIDC_ISSUER is set. Set BATON_OIDC_CLIENT_ID too, as the provider gave it.'],
  [{ BATON_OIDC_ISSUER: 'http://id.example', BATON_OIDC_CLIENT_ID: 'x' }, 'BATON_OIDC_ISSUER must begin with https.'],
  [{ BATON_SECOND_FACTOR: 'yes' }, 'BATON_SECOND_FACTOR must be optional or required.'],
  [{ BATON_SESSION_IDLE_DAYS: '31' }, 'BATON_SESSION_IDLE_DAYS must be a number of days from 1 to 30.'],
  [{ BATON_PUBLIC_URL: 'baton.example' }, 'BATON_PUBLIC_URL is not an address such as https://baton.example.'],
])('%j is refused without its value', (given, words) => {
  expect(() => readSettings(given)).toThrow(new CommandMistake(words));
});
