import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../etl/handoff/repeat/language/language.js';
import { repeatReader } from '../../etl/handoff/repeat/repeat-reader.js';
import { labelledMessages } from './labelled-messages.js';
import { AIM } from './repeat.js';
import { READ_TIERS, repeatScore } from './repeat-score.js';

const reader = repeatReader();
const messages = labelledMessages();
const heldOut = messages.filter(({ half }) => half === 'held-out');

test('there are at least 100 labelled messages of each language, and each half has a third of them or more', () => {
  for (const language of LANGUAGES) {
    const of = messages.filter((message) => message.language === language);
    expect(of.length).toBeGreaterThanOrEqual(100);
    expect(Math.abs(of.filter(({ half }) => half === 'held-out').length / of.length - 0.5)).toBeLessThan(1 / 6);
  }
});

test('no message is labelled twice', () => {
  expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length);
});

describe.each(READ_TIERS)('on the half that is held out, what is %s', (tier) => {
  test('is found with the precision and recall that are aimed at', () => {
    const { right, found, labelled } = repeatScore(heldOut, { tier, reader });
    expect(right / found).toBeGreaterThanOrEqual(AIM.precision);
    expect(right / labelled).toBeGreaterThanOrEqual(AIM.recall);
  });

  test.each(LANGUAGES)('is found as well in %s', (language) => {
    const { right, found, labelled } = repeatScore(
      heldOut.filter((message) => message.language === language),
      { tier, reader },
    );
    expect(right / found).toBeGreaterThanOrEqual(AIM.precision);
    expect(right / labelled).toBeGreaterThanOrEqual(AIM.recall);
  });
});
