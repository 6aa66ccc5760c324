import { parseArgs } from 'node:util';
import { runSync } from '../../etl/sync/run.js';
import { database } from '../../etl/warehouse/index.js';
import { testKey } from '../connected-source.js';
import { SOURCE_ID } from './life.js';
import { quickenWaits } from './quick-clock.js';

/** Runs one sync in a process of its own, so that a drill may kill it: `child.js --url … --workspace … --at …` */
const { values } = parseArgs({ options: { url: { type: 'string' }, workspace: { type: 'string' }, at: { type: 'string' } } });
const { url = '', workspace = '', at = '' } = values;

quickenWaits();
const db = database(url, { poolSize: 4, statementLimit: 600_000 });
await db.initialize();
process.send?.('ready');
const run = await runSync(db, {
  workspaceId: workspace,
  sourceId: SOURCE_ID,
  trigger: 'hand',
  secretKey: testKey,
  now: () => new Date(at),
});
await db.destroy();
if (run.outcome !== 'succeeded') console.error(run.error);
process.exit(run.outcome === 'succeeded' ? 0 : 1);
