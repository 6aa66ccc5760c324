import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Design } from './design.js';
import { learn, type Model } from './learn.js';
import type { Past } from './past.js';

/** Sources run by a test runner cannot be opened by a thread; there the model is learnt in place. */
const BUILT = import.meta.url.endsWith('.js');

/** Pasts of which the model is kept. */
const MOST_KEPT = 12;

const learnt = new Map<string, Promise<Model>>();

let turn: Promise<unknown> = Promise.resolve();

/**
 * Learns in a thread of its own, one model after the other, so that nobody waits for the arithmetic of another's.
 * The same past is learnt once: most syncs of a day change nothing of it.
 */
export function learnAside(past: Past): Promise<Model> {
  const key = fingerprint(past);
  const model = learnt.get(key) ?? inTurn(past);
  learnt.delete(key);
  learnt.set(key, model);
  model.catch(() => learnt.delete(key));
  const [oldest] = learnt.keys();
  if (learnt.size > MOST_KEPT && oldest !== undefined) learnt.delete(oldest);
  return model;
}

function inTurn(past: Past): Promise<Model> {
  const mine = turn.then(() => (BUILT ? inThread(past) : learn(past)));
  turn = mine.catch(() => undefined);
  return mine;
}

function inThread(past: Past): Promise<Model> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learn-thread.js', import.meta.url), { workerData: past });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that learns the risk model ended with ${code}`)));
  });
}

function fingerprint({ looks, months, ...rest }: Past): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  const add = ({ x, age, churned, handoff, wonAt }: Design) => {
    for (const values of [x, age, churned, handoff, wonAt]) hash.update(`${values.length} `).update(values);
  };
  add(looks);
  for (const { at, usable, open } of months) {
    hash.update(JSON.stringify([at, usable]));
    add(open);
  }
  return hash.digest('base64');
}
