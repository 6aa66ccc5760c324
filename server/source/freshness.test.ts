import { describe, expect, it } from 'vitest';
import { freshness, STATES, type Standing, worst } from './freshness.js';

const READ = new Date('2026-03-02T09:00:00Z');
const after = (minutes: number) => new Date(READ.getTime() + minutes * 60_000);
const standing = (given: Partial<Standing> = {}): Standing => ({
  pausedReason: null,
  running: false,
  readThroughAt: READ,
  periodMinutes: 30,
  lastError: null,
  ...given,
});

describe('a source that is read every 30 minutes', () => {
  it.each([
    [0, 'on time'],
    [30, 'on time'],
    [30.001, 'late'],
    [60, 'late'],
    [60.001, 'error'],
    [100_000, 'error'],
  ])('is, %d minutes after it was read through, %s', (minutes, state) => {
    expect(freshness(standing(), after(minutes)).state).toBe(state);
  });
});

describe.each([
  ['a fault only a person can mend comes first', { pausedReason: 'token refused', running: true }, 'action needed', 'token refused.'],
  ['a run under way comes before age', { running: true }, 'syncing', 'It is being read now. Read through 3 hours ago.'],
  ['a first run', { running: true, readThroughAt: null }, 'syncing', 'It is being read for the first time.'],
  ['a source just connected', { readThroughAt: null }, 'never read', 'It was never read.'],
  [
    'a first run that failed',
    { readThroughAt: null, lastError: 'no answer' },
    'error',
    'It was never read completely. The last attempt failed: no answer.',
  ],
  ['files', { periodMinutes: null }, 'imported', 'It was imported by hand. Read through 3 hours ago.'],
  [
    'an attempt that failed is told beside the age',
    { periodMinutes: 1440, lastError: '503' },
    'on time',
    'Read through 3 hours ago. Expected every 24 hours. The last attempt failed: 503.',
  ],
] as [string, Partial<Standing>, string, string][])('%s', (_, given, state, words) => {
  it(`is ${state}`, () => {
    expect(freshness(standing(given), after(200))).toEqual({ state, words });
  });
});

it('says one of a unit in the singular and never a negative age', () => {
  expect(freshness(standing(), after(1)).words).toContain('1 minute ago');
  expect(freshness(standing(), after(-5)).words).toContain('0 minutes ago');
});

describe('the worst of', () => {
  it('no source is never read', () => expect(worst([])).toBe('never read'));
  it('all states is action needed', () => expect(worst([...STATES].reverse())).toBe('action needed'));
  it('late and on time is late', () => expect(worst(['on time', 'late'])).toBe('late'));
});
