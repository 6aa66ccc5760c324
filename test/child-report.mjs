// Does one minute of report work in a process of its own, so that a test may kill it: node test/child-report.mjs '{ "url", "smtpUrl", "at" }'
import { createServer, createServerModuleRunner } from 'vite';

const { url, smtpUrl, at } = JSON.parse(process.argv[2]);
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const runner = createServerModuleRunner(vite.environments.ssr);
const { database } = await runner.import('/etl/warehouse/index.ts');
const { reportReplica } = await runner.import('/test/report-replica.ts');
const db = database(url, { poolSize: 2 });
await db.initialize();
await reportReplica({ db, smtpUrl, now: () => new Date(at) }).tick();
await db.destroy();
await vite.close();
process.exit(0);
