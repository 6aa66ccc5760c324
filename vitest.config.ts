import { defineConfig } from 'vitest/config';

/** Stand-ins of vendors listen on this machine, which is otherwise out of reach. */
const env = { BATON_ALLOW_HOSTS: '127.0.0.0/8,[::1],localhost' };
const node = {
  environment: 'node',
  env,
  globalSetup: ['test/postgres.setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // How long something takes to come true says nothing on a busy machine.
  expect: { poll: { timeout: 50_000 } },
};

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
