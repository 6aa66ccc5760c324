import { getEventListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectMemory } from '../../test/collect-memory.js';
import { deadline } from './deadline.js';

/** Ends only by its signal. Memory is collected meanwhile. */
async function endless(signal: AbortSignal): Promise<never> {
  for (;;) {
    collectMemory();
    await wait(5, undefined, { signal });
  }
}

test('what takes too long is ended, whatever happens to memory', async () => {
  await expect(deadline(30, new AbortController().signal, endless)).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
});

test('a stop ends it with its own reason', async () => {
  const stop = new AbortController();
  const ended = deadline(60_000, stop.signal, endless);
  stop.abort(new Error('told to stop'));
  await expect(ended).rejects.toMatchObject({ cause: { message: 'told to stop' } });
  await expect(deadline(60_000, stop.signal, endless)).rejects.toThrow('told to stop');
});

test('what is done in time leaves nothing on the signal', async () => {
  const { signal } = new AbortController();
  expect(await deadline(60_000, signal, async () => 'done')).toBe('done');
  await expect(deadline(60_000, signal, async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
