import { setTimeout as wait } from 'node:timers/promises';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** A migration that waits for a lock makes everybody wait who comes after it, so it waits no longer than this and comes again. */
const LOCK_LIMIT = '500ms';
/** Milliseconds between two tries: those who waited behind the lock go first. */
const PAUSE = 250;
const MOST_TRIES = 400;

/** Lock not available, and deadlock. */
const IN_THE_WAY = ['55P03', '40P01'];

/**
 * Applies the migrations that are missing while others work with the database: each gives way where a lock is not to be had and
 * is tried again, for about five minutes. Throws with the next step when the lock was never free.
 */
export async function migrate(db: DataSource): Promise<void> {
  const runner = db.createQueryRunner();
  try {
    await runner.query(`set lock_timeout = '${LOCK_LIMIT}'`);
    await untilFree(() => executorOn(db, runner).executePendingMigrations());
  } finally {
    await runner.query('reset lock_timeout').catch(() => {});
    await runner.release();
  }
}

function executorOn(db: DataSource, runner: QueryRunner): MigrationExecutor {
  const executor = new MigrationExecutor(db, runner);
  executor.transaction = 'each';
  return executor;
}

/** One step of a migration that is no transaction as a whole; what it does must be harmless to do again. */
export async function step(tx: QueryRunner, work: () => Promise<void>): Promise<void> {
  await untilFree(async () => {
    await tx.startTransaction();
    try {
      await work();
      await tx.commitTransaction();
    } catch (error) {
      await tx.rollbackTransaction().catch(() => {});
      throw error;
    }
  });
}

async function untilFree(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await work();
      return;
    } catch (cause) {
      if (!IN_THE_WAY.includes(String((cause as { code?: unknown }).code))) throw cause;
      if (tries === MOST_TRIES) {
        throw new Error(
          'A table was in use for minutes on end, so it was not migrated. Stop long reads of the database, and start Baton again.',
          {
            cause,
          },
        );
      }
      await wait(PAUSE);
    }
  }
}
