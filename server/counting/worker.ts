import { parentPort, workerData } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { database } from '../../etl/warehouse/index.js';
import { Answers } from './answers.js';
import type { NamedQuestion } from './asked.js';
import type { FromThread, GivenToThread, ToThread } from './counting-thread.js';
import { failureOf } from './failure.js';

/** The thread that counts: columns and connections of its own, and no other work. */

/** Milliseconds a statement may take: the first question reads all handoffs. */
const STATEMENT_LIMIT = 5 * 60_000;

const { url, freshWithin } = workerData as GivenToThread;
const db = database(url, { poolSize: 4, statementLimit: STATEMENT_LIMIT, scoped: true });
const answers = new Answers(db, freshWithin);
let opening: Promise<DataSource> | null = null;

/** A database that is away when the first question comes is asked again by the next. */
function open(): Promise<DataSource> {
  opening ??= db.initialize().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function answer(id: number, question: NamedQuestion): Promise<void> {
  try {
    await open();
    const told = await answers.of(question);
    say({ id, told }, [told.bytes.buffer]);
  } catch (error) {
    say({ id, failure: failureOf(error) });
  }
}

function say(message: FromThread, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

const noMoreForgetting = answers.forgetEndedAtTimes();

async function end(): Promise<void> {
  noMoreForgetting();
  parentPort?.close();
  if (db.isInitialized) await db.destroy();
}

parentPort?.on('message', (message: ToThread) => {
  if (message === 'end') void end();
  else if (message === 'forget') answers.forget();
  else if ('lendTo' in message) answers.lendTo(message.lendTo, open);
  else if ('borrowFrom' in message) answers.borrowFrom(message.borrowFrom);
  else void answer(message.id, message.question);
});
