import { runKpi } from './kpi.js';
import { runLoad } from './load.js';
import { runSyncBench } from './sync.js';
import { runUsers } from './users.js';

/** One measurement by name; each prints its figures, and where it has a peer ends with `ratio: N`, ours to the peer's in the same run. */
const BENCHES: Record<string, (args: string[]) => Promise<void>> = { kpi: runKpi, load: runLoad, sync: runSyncBench, users: runUsers };

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench(args);
else {
  console.error(`There is no measurement "${name}"; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
}
