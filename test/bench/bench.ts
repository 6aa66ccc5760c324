import { runKpi } from './kpi.js';
import { runSyncBench } from './sync.js';

/** One measurement by name; each prints its figures and ends with `ratio: N`, ours to its peer in the same run. */
const BENCHES: Record<string, (args: string[]) => Promise<void>> = { kpi: runKpi, sync: runSyncBench };

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench(args);
else {
  console.error(`There is no measurement "${name}"; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
}
