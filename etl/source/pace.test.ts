import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, pace, sharedPace } from './pace.js';

const signal = new AbortController().signal;

function fakeClock() {
  const clock = {
    at: 0,
    now: () => clock.at,
    sleep: async (milliseconds: number) => {
      clock.at += milliseconds;
    },
  };
  return clock;
}

test('no window holds more requests than allowed, however long the answers take', async () => {
  const answers = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(answers, fc.integer({ min: 1, max: 7 }), async (durations, count) => {
      const clock = fakeClock();
      const limited = pace({ count, windowMilliseconds: 1_000, clock });
      const seen: number[] = [];
      for (const duration of durations) {
        const release = await limited.take(signal);
        // The vendor sees the request somewhere between its sending and its answer.
        seen.push(clock.at + duration / 2);
        clock.at += duration;
        release();
      }
      for (const at of seen) expect(seen.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(count);
    }),
  );
});

test('the vendor may state another limit', async () => {
  const clock = fakeClock();
  const limited = pace({ count: 1, windowMilliseconds: 1_000, clock });
  limited.allow(3);
  for (let i = 0; i < 3; i++) (await limited.take(signal))();
  expect(clock.at).toBe(0);
  (await limited.take(signal))();
  expect(clock.at).toBe(1_000);
});

test('several limits hold at once', async () => {
  const clock = fakeClock();
  const both = allOf([pace({ count: 5, windowMilliseconds: 100, clock }), pace({ count: 1, windowMilliseconds: 1_000, clock })]);
  (await both.take(signal))();
  (await both.take(signal))();
  expect(clock.at).toBe(1_000);
});

test('who asks the same vendor shares one pace, and keeps what it has learned', async () => {
  const options = { count: 2, windowMilliseconds: 60_000 };
  const first = sharedPace('vendor https://a token-1', options);
  (await first.take(signal))();
  (await first.take(signal))();
  const patience = new AbortController();
  const third = sharedPace('vendor https://a token-1', options)
    .take(patience.signal)
    .then(
      () => 'the third',
      () => 'given up',
    );
  const other = sharedPace('vendor https://a token-2', options)
    .take(signal)
    .then(() => 'the other');
  expect(await Promise.race([third, other])).toBe('the other');
  patience.abort();
  expect(await third).toBe('given up');
});
