import { DataSource, type QueryRunner } from 'typeorm';
import { APP_ROLE } from './migration/isolate.js';
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

function scoped(runner: QueryRunner): QueryRunner {
  const query: QueryRunner['query'] = runner.query.bind(runner);
  const start = runner.startTransaction.bind(runner);
  runner.startTransaction = async (isolation) => {
    const nested = runner.isTransactionActive;
    const settings = settingsOf(currentScope());
    await start(isolation);
    if (!nested && settings) await query(settings);
  };
  const alone = async (...args: Parameters<typeof query>) => {
    const settings = settingsOf(currentScope());
    if (runner.isTransactionActive || !settings) return query(...args);
    await query(`begin; ${settings}`);
    try {
      const answer = await query(...args);
      await query('commit');
      return answer;
    } catch (error) {
      await query('rollback').catch(() => giveUp(runner));
      throw error;
    }
  };
  runner.query = alone as typeof runner.query;
  return runner;
}

/** A connection whose transaction cannot be ended still stands in somebody's workspace: nobody may have it next. */
async function giveUp(runner: QueryRunner): Promise<void> {
  const client: { end(): Promise<void> } = await runner.connect();
  void client.end().catch(() => {});
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As literals, which is the form that a distributed Postgres sends on. Null at the door, in whose role connections are opened. */
function settingsOf(scope: Scope): string | null {
  if (scope.kind === 'door') return null;
  if (scope.kind === 'none') throw new Error('A statement outside of any workspace: run it in within() or atTheDoor().');
  if (!UUID.test(scope.workspaceId)) throw new Error(`"${scope.workspaceId}" is not the id of a workspace.`);
  return `set local role ${APP_ROLE}; set local app.workspace_id = '${scope.workspaceId}'`;
}
