import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Yielding } from './yielding.js';

test('where nobody waits, what is behind goes on', async () => {
  await expect(new Yielding().quiet()).resolves.toBeUndefined();
});

test('what is behind goes on when nobody waits any more', async () => {
  const yielding = new Yielding();
  const said: string[] = [];
  const ends: (() => void)[] = [];
  const wait = () => yielding.first(() => new Promise<void>((resolve) => ends.push(resolve)));
  const waiting = [wait(), wait()];
  const behind = yielding.quiet().then(() => said.push('behind'));
  for (const end of ends) {
    await setImmediate();
    await setImmediate();
    said.push('ended');
    end();
  }
  await Promise.all([...waiting, behind]);
  expect(said).toEqual(['ended', 'ended', 'behind']);
});

test('one that fails waits no more', async () => {
  const yielding = new Yielding();
  await expect(yielding.first(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(yielding.quiet()).resolves.toBeUndefined();
});
