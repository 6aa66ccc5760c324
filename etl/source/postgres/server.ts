import { isIP } from 'node:net';
import pg from 'pg';
import { HeardClient } from '../../warehouse/index.js';
import { reach } from '../reach.js';
import { reason } from './reason.js';
import type { PostgresCredentials, PostgresSettings } from './settings.js';

export type PgRow = Record<string, unknown>;

/** A column of an answer, by the name of its type. */
export interface Answer {
  rows: PgRow[];
  fields: { name: string; typeId: number }[];
}

const CONNECT_MILLISECONDS = 10_000;

/** Beyond the limit that the server keeps: for one that keeps none because it is gone. */
const GRACE_MILLISECONDS = 5_000;

/** Booleans and JSON as such, lists of words as lists, and all else as the text Postgres writes: no digit and no microsecond is lost. */
const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    PARSED.has(id) ? pg.types.getTypeParser(id, format as 'text') : (text: string) => text) as typeof pg.types.getTypeParser,
};
const PARSED = new Set([16, 114, 3802, 1009, 1015]);

/** Somebody else's Postgres, asked questions and never told anything. */
export class Server {
  private readonly where: string;
  private readonly begin: string;
  private opened: Promise<pg.Pool> | null = null;

  constructor(
    private readonly settings: PostgresSettings,
    private readonly credentials: PostgresCredentials,
  ) {
    const { host, port, database, statementSeconds } = settings;
    this.where = `${host}:${port}/${database}`;
    this.begin = `set session characteristics as transaction read only; begin transaction read only;
      set local statement_timeout = ${statementSeconds * 1000}; set local time zone 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'`;
  }

  /** Asks one question in a transaction that cannot write. Throws a SourceError that says what to do. */
  async ask(sql: string, values: unknown[], signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const client = await this.connect().catch((cause: unknown) => {
      throw reason(cause, this.where);
    });
    let fault: unknown = null;
    const stop = () => client.release(true);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await client.query(this.begin);
      // Without values pg would let several statements through, and the second could end the transaction.
      const { rows, fields } = await client.query<PgRow>({ text: sql, values, queryMode: 'extended' } as pg.QueryConfig);
      await client.query('commit');
      return { rows, fields: fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID })) };
    } catch (cause) {
      fault = cause;
      signal.throwIfAborted();
      throw reason(cause, this.where);
    } finally {
      signal.removeEventListener('abort', stop);
      // A connection in a broken transaction is not worth mending.
      if (!signal.aborted) client.release(fault !== null);
    }
  }

  async close(): Promise<void> {
    await (await this.opened)?.end();
  }

  private async connect(): Promise<pg.PoolClient> {
    this.opened ??= this.open();
    try {
      return await (await this.opened).connect();
    } catch (cause) {
      await this.close().catch(() => {});
      this.opened = null;
      throw cause;
    }
  }

  /** Dials an address that was checked: nothing is looked up between the check and the dialling. */
  private async open(): Promise<pg.Pool> {
    const { host, port, database, statementSeconds } = this.settings;
    const found = await reach.addresses(host, port);
    const address = found.find(({ family }) => family === 4) ?? found[0];
    const pool = new pg.Pool({
      ...{ host: address?.address ?? host, port, database, ...this.credentials, ssl: tls(this.settings), types, max: 2, keepAlive: true },
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      query_timeout: statementSeconds * 1000 + GRACE_MILLISECONDS,
      idleTimeoutMillis: 30_000,
      application_name: 'baton',
      Client: HeardClient,
    });
    // An idle connection that the server ends is no news; the next question opens another.
    pool.on('error', () => {});
    return pool;
  }
}

/** The certificate is for the host that was named, not for the address that was dialled. */
function tls({ tls: wanted, ca, host }: PostgresSettings) {
  if (wanted === 'off') return false;
  const servername = isIP(host) === 0 ? { servername: host } : {};
  return wanted === 'require'
    ? { rejectUnauthorized: false, ...servername }
    : { rejectUnauthorized: true, ...servername, ...(ca && { ca }) };
}
