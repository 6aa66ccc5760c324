import { expect, test } from 'vitest';
import { AnswerCache } from './answer-cache.js';

const answer = (bytes: number) => ({ scope: null, rest: new Uint8Array(bytes) });

/** Which of `keys` are still there. */
const left = (cache: AnswerCache, keys: string[]) => keys.filter((key) => cache.get(key) !== undefined);

test('an empty cache knows nothing', () => expect(new AnswerCache().get('a')).toBeUndefined());

test('what was longest unasked goes when the bytes are used up', () => {
  const cache = new AnswerCache(80);
  for (const key of 'abcdefgh') cache.set(key, answer(10));
  cache.get('a');
  cache.set('i', answer(10));
  expect(left(cache, [...'abcdefghi'])).toEqual([...'acdefghi']);
});

test('an answer set again is counted once', () => {
  const cache = new AnswerCache(80);
  for (let time = 0; time < 20; time++) cache.set('a', answer(10));
  for (const key of 'bcdefgh') cache.set(key, answer(10));
  expect(left(cache, [...'abcdefgh'])).toHaveLength(8);
});

test('an answer that would push out most others is not kept', () => {
  const cache = new AnswerCache(80);
  cache.set('a', answer(10));
  cache.set('b', answer(11));
  expect(left(cache, ['a', 'b'])).toEqual(['a']);
});
