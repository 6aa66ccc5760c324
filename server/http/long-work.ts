import { Inject } from '@nestjs/common';

/** Token of the second connection pool: for syncs, imports and derivations, whose statements are long by nature. */
export const LONG_WORK = Symbol('LONG_WORK');

/** Injects that pool, a TypeORM DataSource. Requests use the plain `DataSource`, which gives up after 30 s. */
export const LongWork = () => Inject(LONG_WORK);
