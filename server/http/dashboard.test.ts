import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dashboard } from './dashboard.js';

test('what is the server’s own waits for no file', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'baton-dashboard-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const handler = dashboard({ directory, others: ['/api', '/healthz'], base: '' });
  const next = vi.fn();
  for (const url of ['/api/kpi?by=csm', '/healthz', '/api']) handler({ url, path: url, method: 'GET' } as never, {} as never, next);
  // At once: nothing was waited for.
  expect(next).toHaveBeenCalledTimes(3);
});
