import { expect, it } from 'vitest';
import { FewAtOnce } from './few-at-once.js';

/** Work that ends when it is told to. */
function held() {
  let running = 0;
  const ends: (() => void)[] = [];
  const work = () => {
    running += 1;
    return new Promise<void>((resolve) =>
      ends.push(() => {
        running -= 1;
        resolve();
      }),
    );
  };
  return { work, ends, running: () => running };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('never runs more than it may, and all that it took in', async () => {
  const few = new FewAtOnce({ atOnce: 2, waiting: 10 });
  const { work, ends, running } = held();
  const all = Array.from({ length: 7 }, () => few.run(work));
  for (let done = 0; done < 7; done++) {
    await soon();
    expect(running()).toBe(Math.min(2, 7 - done));
    ends[done]?.();
  }
  await Promise.all(all);
  expect(running()).toBe(0);
});

it('refuses what would have to wait behind too many', async () => {
  const few = new FewAtOnce({ atOnce: 1, waiting: 1 });
  const { work, ends } = held();
  const taken = [few.run(work), few.run(work)];
  await expect(few.run(work)).rejects.toThrow('Too many sign in at once');
  ends[0]?.();
  await soon();
  ends[1]?.();
  await Promise.all(taken);
});

it('goes on after work that failed', async () => {
  const few = new FewAtOnce({ atOnce: 1, waiting: 1 });
  await expect(few.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await few.run(async () => 'yes')).toBe('yes');
});
