import { expect, test } from 'vitest';
import { passageIn } from './passage.js';

test('words are shown where they stand, whatever the line breaks', () => {
  expect(passageIn('Hi.\nAs I told\nyou, no. Bye.', 'As I told you, no.')).toEqual({
    before: 'Hi. ',
    words: 'As I told you, no.',
    after: ' Bye.',
  });
});

test('words that a text has no more stand alone', () => {
  const alone = { before: '', words: 'As I told you.', after: '' };
  expect(passageIn(null, 'As I told you.')).toEqual(alone);
  expect(passageIn('Something else.', 'As I told you.')).toEqual(alone);
});

test('of a long text only what is near is shown', () => {
  const { before, after } = passageIn(`${'a '.repeat(500)}Here.${' b'.repeat(500)}`, 'Here.');
  expect([before.length, before[0], after.length, after.at(-1)]).toEqual([241, '…', 241, '…']);
});
