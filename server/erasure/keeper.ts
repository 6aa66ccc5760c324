import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { database, HeardClient, KEEPER_ROLE } from '../../etl/warehouse/index.js';

/** Milliseconds of one statement: to search a large workspace takes minutes. */
const STATEMENT_LIMIT = 15 * 60_000;

/** Deletes, which the server itself may not do everywhere: on a connection of its own, in the role of the keeper, for as long as it takes. */
export class Keeper {
  private readonly url: string;

  /** `ownerUrl`: of the owner of the tables. */
  constructor(ownerUrl: string) {
    const address = new URL(ownerUrl);
    // There a pool says in which role its connections begin.
    address.searchParams.delete('options');
    this.url = address.href;
  }

  /** Statement by statement, each on its own. */
  async work<Result>(job: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new HeardClient({ connectionString: this.url, application_name: 'baton keeper', statement_timeout: STATEMENT_LIMIT });
    await client.connect();
    try {
      await client.query(`set role ${KEEPER_ROLE}`);
      return await job(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** All in one transaction. */
  async together<Result>(job: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const db = await database(this.url, { poolSize: 1, statementLimit: STATEMENT_LIMIT }).initialize();
    try {
      return await db.transaction(async (tx) => {
        await tx.query(`set local role ${KEEPER_ROLE}`);
        return job(tx);
      });
    } finally {
      await db.destroy();
    }
  }
}
