import { onTestFinished } from 'vitest';
import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import type { Seen } from '../../etl/sandbox/stand-in/stand-in.js';
import { openSource } from '../../etl/sync/open-source.js';
import { runSync } from '../../etl/sync/run.js';
import { addWorkspace, connectSource, testKey } from '../connected-source.js';
import { testDatabase } from '../database.js';

const HOUR = 3_600_000;
const RECORDS = 25;

/** Every exchange of a connection test, a first sync, one after changes and a removal, and one a week later. */
export async function recordedSync(exercise: Exercise): Promise<{ seen: Seen[]; outcomes: string[] }> {
  let at = new Date('2026-06-01T00:00:00Z');
  const { db } = await testDatabase();
  const rehearsal = await exercise.start({ records: RECORDS, now: () => at });
  onTestFinished(() => rehearsal.close());
  const seen: Seen[] = [];
  rehearsal.http?.watch((exchange) => seen.push(copied(exchange)));
  const workspaceId = await addWorkspace(db, { createdAt: at });
  const { kind } = exercise;
  const { settings, credentials } = rehearsal;
  await connectSource(db, { workspaceId, id: kind, kind, settings, credentials, createdAt: at });
  const source = openSource({ id: kind, kind, settings }, credentials, { now: () => at, keepCredentials: async () => {} });
  await source.test(new AbortController().signal);
  await source.close?.();
  const sync = async () => {
    const { outcome, error } = await runSync(db, { workspaceId, sourceId: kind, trigger: 'hand', secretKey: testKey, now: () => at });
    return error ?? outcome;
  };
  const outcomes = [await sync()];
  const step = async (hours: number, act: (ids: string[]) => Promise<void>) => {
    at = new Date(at.getTime() + hours * HOUR);
    await act(rehearsal.ids());
    at = new Date(at.getTime() + HOUR);
    outcomes.push(await sync());
  };
  if (!('change' in exercise.lacking)) await step(1, (ids) => rehearsal.change(ids.slice(0, 3)));
  if (!('delete' in exercise.lacking)) await step(1, (ids) => rehearsal.remove(ids.slice(0, 2)));
  await step(7 * 24, async () => {});
  return { seen, outcomes };
}

/** As it was then, and as JSON carries it: what a stand-in keeps may change. */
function copied({ request, answer }: Seen): Seen {
  const { body } = answer;
  const json = typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
  const query = new URLSearchParams(request.query);
  return { request: { ...request, query }, answer: { ...answer, body: json ? JSON.parse(JSON.stringify(body)) : body } };
}
