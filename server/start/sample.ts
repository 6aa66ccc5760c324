import { within } from '../../etl/warehouse/index.js';
import { currentWorkspace, workspaceOf } from '../access/workspaces.js';
import { neverRead, readNow } from '../source/read-now.js';
import { openSample, type Sample } from '../source/sample.js';
import type { Ground } from './open.js';
import { say } from './say.js';

/** The sample company is for an empty installation; where it is already, its tools go on answering. */
export async function beginSample({ longWork, settings, keys, clock }: Ground, signal: AbortSignal): Promise<Sample | null> {
  const wanted = settings.sample && ((await workspaceOf(longWork, { sample: true })) || !(await currentWorkspace(longWork)));
  if (!wanted) return null;
  const { secretKey } = keys;
  const sample = await openSample(longWork, { secretKey, now: clock.now() });
  const workspaceId = sample.workspace.id;
  const read = async (sourceId: string, trigger: 'first' | 'hand') => {
    const run = { workspaceId, sourceId, trigger, secretKey, now: () => clock.now(), signal, terminal: process.stdout };
    const { error } = await within(workspaceId, () => readNow(longWork, run));
    if (error && !signal.aborted) say(`  Not all of it could be read: ${error}`);
  };
  const unread = () => within(workspaceId, () => neverRead(longWork, workspaceId, sample.sourceIds));
  for (const sourceId of await unread()) {
    if (signal.aborted) break;
    say(`\nReading ${sourceId} of the sample company:`);
    await read(sourceId, 'first');
  }
  if (sample.corrected || signal.aborted || (await unread()).length > 0) return sample;
  await sample.correct();
  say('\nSomebody puts a past month right in hubspot. Reading what changed:');
  await read('hubspot', 'hand');
  return sample;
}
