import { database, migrate } from '../../etl/warehouse/index.js';

/** `node child-migrate.js <url>`: migrates to now, in a process that a drill may kill. */
const db = await database(process.argv[2] ?? '', { poolSize: 2, statementLimit: 600_000 }).initialize();
process.send?.('ready');
await migrate(db);
process.exit(0);
