import { expect, test } from 'vitest';
import { databaseIsAway, wordsOfAway } from './database-away.js';

const failed = (code: string) => Object.assign(new Error('refused by Postgres'), { code });

test.each([
  ['53100', 'The disk of the database is full.'],
  ['25006', 'The database takes no writes at the moment.'],
  ['57P01', 'The database does not answer.'],
  ['ECONNREFUSED', 'The database does not answer.'],
])('%s is a database that cannot do it now, and says so', (code, words) => {
  expect(databaseIsAway(failed(code))).toBe(true);
  expect(wordsOfAway(failed(code))).toContain(words);
});

test.each([
  'Connection terminated unexpectedly',
  'Query runner already released. Cannot run queries anymore.',
  'Client has encountered a connection error and is not queryable',
])('"%s" is one whose connection is gone', (words) => expect(databaseIsAway(new Error(words))).toBe(true));

test.each(['23505', '42P01', '22P02'])('%s says something of what was asked, not of the database', (code) => {
  expect(databaseIsAway(failed(code))).toBe(false);
});
