import type { Stream } from '../source/source.js';
import type { Pass } from './pass.js';
import { requested, takePage } from './take-page.js';
import { type QueuedIds, settleIds } from './webhook-queue.js';

/** The streams that can be read by id and have something queued. */
export const namedStreams = (streams: Stream[], { ids }: QueuedIds): Stream[] =>
  streams.filter(({ name, named }) => named !== undefined && ids.has(name));

/** Reads just the queued records of one stream and takes them off the queue: after a crash in between they are read again. */
export async function readNamed(pass: Pass, { ids, until }: QueuedIds): Promise<void> {
  const { db, stream, key, reading } = pass;
  const wanted = ids.get(stream.name) ?? [];
  if (!stream.named || until === null) return;
  for await (const page of requested(stream.named(wanted, reading.signal))) {
    reading.signal.throwIfAborted();
    await takePage(pass, page, null);
  }
  await settleIds(db, { ...key, ids: wanted, until });
}
