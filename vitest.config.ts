import { defineConfig } from 'vitest/config';

const node = { environment: 'node', globalSetup: ['test/postgres.setup.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...node, name: 'unit', include: ['{etl,server,test}/**/*.test.{ts,tsx}'], globalSetup: ['test/postgres.setup.ts'] } },
      { test: { ...node, name: 'e2e', include: ['test/*.e2e.ts'] } },
      { test: { ...node, name: 'browser', include: ['test/browser/*.e2e.ts'], fileParallelism: false } },
    ],
  },
});
