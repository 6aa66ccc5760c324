import pg from 'pg';
import { KEEPER_ROLE } from '../../etl/warehouse/index.js';

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

  async work<Result>(job: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'baton keeper', statement_timeout: 60_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(`set role ${KEEPER_ROLE}`);
      return await job(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** The same in one transaction. */
  together<Result>(job: (client: pg.Client) => Promise<Result>): Promise<Result> {
    return this.work(async (client) => {
      await client.query('begin');
      try {
        const result = await job(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {});
        throw error;
      }
    });
  }
}
