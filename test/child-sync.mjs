// Runs one sync in a process of its own, so that a test may kill it: node test/child-sync.mjs '{ "url", "workspaceId", "sourceId", "at" }'
import { createServer, createServerModuleRunner } from 'vite';

const { url, workspaceId, sourceId, at } = JSON.parse(process.argv[2]);
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const runner = createServerModuleRunner(vite.environments.ssr);
const { database } = await runner.import('/etl/warehouse/index.ts');
const { runSync } = await runner.import('/etl/sync/run.ts');
const { testKey } = await runner.import('/test/connected-source.ts');
const { quickenWaits } = await runner.import('/test/drill/quick-clock.ts');
quickenWaits();
const db = database(url, { poolSize: 4 });
await db.initialize();
const run = await runSync(db, { workspaceId, sourceId, trigger: 'hand', secretKey: testKey, now: () => new Date(at) });
process.send?.(run);
process.stdout.write(`${run.outcome}\n`);
await db.destroy();
await vite.close();
process.exit(0);
