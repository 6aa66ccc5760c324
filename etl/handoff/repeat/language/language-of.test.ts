import { expect, test } from 'vitest';
import { labelledMessages } from '../../../../test/drill/labelled-messages.js';
import { languageOf } from './language-of.js';

test('a message is hardly ever taken for one of another language', () => {
  const told = labelledMessages().flatMap(({ language, text }) => {
    const found = languageOf(text);
    return found === null ? [] : [found === language];
  });
  expect(told.length).toBeGreaterThan(400);
  expect(told.filter((right) => !right).length / told.length).toBeLessThan(0.01);
});

test('a text without words that tell is of no language', () => {
  for (const text of ['', '4711', 'Excel', 'OK!']) expect(languageOf(text)).toBeNull();
});
