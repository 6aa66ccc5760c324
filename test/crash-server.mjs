import { isMainThread } from 'node:worker_threads';

/** Loaded into a server under test: when it is sent SIGUSR2, a promise that nobody waits for is rejected. */
if (isMainThread) {
  process.on('SIGUSR2', () => {
    void Promise.reject(new Error('nobody waited', { cause: new Error('planted for the test') }));
  });
}
