/** Goes on with deletions, in a process that a test may kill: `node child-erase.mjs <owner url> <data directory>`. */
import { clearEnded } from '../dist/server/erasure/end-workspace.js';
import { Keeper } from '../dist/server/erasure/keeper.js';

const [url, directory] = process.argv.slice(2);
await clearEnded(new Keeper(url), directory);
process.exit();
