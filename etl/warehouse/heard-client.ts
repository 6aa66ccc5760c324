import pg from 'pg';

/**
 * A connection whose end is always heard. A pool stops listening as it hands one out, and who takes it listens a moment later:
 * when Postgres ends it in between, an `error` that nobody hears ends the process. What is asked of it next is refused all the same.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
