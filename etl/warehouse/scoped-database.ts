import type { PoolClient } from 'pg';
import { DataSource, QueryFailedError, QueryResult, type QueryRunner } from 'typeorm';
import { APP_ROLE } from './migration/isolate.js';
import { inOneFlight } from './one-flight.js';
import { currentScope, type Scope } from './scope.js';

/**
 * A data source whose every statement runs in the scope that was said last (`within`, `atTheDoor`), in a transaction of its own
 * where none is open: the settings that row-level security reads end with it, so that a connection never brings them to the next.
 * Throws when no scope was said.
 */
export class ScopedDatabase extends DataSource {
  override createQueryRunner(...args: Parameters<DataSource['createQueryRunner']>): QueryRunner {
    return scoped(super.createQueryRunner(...args));
  }
}

const START = 'START TRANSACTION';

function scoped(runner: QueryRunner): QueryRunner {
  const query: QueryRunner['query'] = runner.query.bind(runner);
  const start = runner.startTransaction.bind(runner);
  let opening: string[] | null = null;
  runner.startTransaction = async (isolation) => {
    opening = runner.isTransactionActive ? null : settingsOf(currentScope());
    await start(isolation).finally(() => {
      opening = null;
    });
  };
  const asked = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> => {
    if (opening && sql === START) return query([START, ...opening].join('; '));
    const settings = runner.isTransactionActive ? null : settingsOf(currentScope());
    if (!settings || runner.isReleased) return query(sql, parameters, structured as true);
    return shaped(await alone(runner, { sql, parameters, settings }), structured);
  };
  runner.query = asked as typeof runner.query;
  return runner;
}

interface Alone {
  sql: string;
  parameters: unknown[] | undefined;
  settings: string[];
}

/** One statement as a transaction, for which Postgres is waited for once. */
async function alone(runner: QueryRunner, { sql, parameters = [], settings }: Alone) {
  const client: PoolClient = await runner.connect();
  try {
    return await inOneFlight(client, { before: ['begin', ...settings], text: sql, values: parameters });
  } catch (cause) {
    await client.query('rollback').catch(() => giveUp(client));
    throw new QueryFailedError(sql, parameters, cause as Error);
  }
}

/** As TypeORM answers: rows, and for what changes rows their count beside them. */
function shaped({ rows, rowCount, command }: Awaited<ReturnType<typeof alone>>, structured = false): unknown {
  const raw = command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
  return structured ? Object.assign(new QueryResult(), { records: rows, affected: rowCount, raw }) : raw;
}

/** A connection whose transaction cannot be ended still stands in somebody's workspace: nobody may have it next. */
function giveUp(client: PoolClient): void {
  void client.end().catch(() => {});
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As literals, which is the form that a distributed Postgres sends on. Null at the door, in whose role connections are opened. */
function settingsOf(scope: Scope): string[] | null {
  if (scope.kind === 'door') return null;
  if (scope.kind === 'none') throw new Error('A statement outside of any workspace: run it in within() or atTheDoor().');
  if (!UUID.test(scope.workspaceId)) throw new Error(`"${scope.workspaceId}" is not the id of a workspace.`);
  return [`set local role ${APP_ROLE}`, `set local app.workspace_id = '${scope.workspaceId}'`];
}
