import { setTimeout as wait } from 'node:timers/promises';
import { type Kind, OpenLoad } from '../running/open-load.js';
import type { Fault } from './fault.js';
import type { WorkedRig } from './rig.js';
import { type Suffered, suffer } from './suffer.js';

/** Seconds. */
const MOST_RECOVERY = 30;
const PER_SECOND = 8;

const one = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** What people ask meanwhile. */
const MIX: readonly Kind[] = [
  { kind: 'session', share: 2, path: () => '/api/session' },
  { kind: 'overview', share: 3, path: () => `/api/kpi?by=${one(['segment', 'region', 'industry'])}` },
  { kind: 'list', share: 1, path: () => '/api/kpi/churn-90d/handoff' },
  { kind: 'sources', share: 2, path: () => '/api/source' },
  { kind: 'ready', share: 2, path: () => '/readyz' },
];

/** Lets a fault come over a rig while people ask; afterwards the server is ready again, or it throws. */
export async function sufferUnderLoad(rig: WorkedRig, fault: Fault): Promise<Suffered> {
  const load = new OpenLoad(rig.workers, MIX);
  load.run(PER_SECOND);
  await wait(500);
  try {
    return await suffer(rig, fault, load);
  } catch (error) {
    await rig.server.ready().catch(() => {});
    throw error;
  } finally {
    await load.stop();
  }
}

/** All that is not as it must be after any fault, in words. */
export function wrongsOf(fault: Fault, { recovery, facts, ended, fatal, wrong }: Suffered): string[] {
  const uncaught = fatal.filter((line) => !(fault.name === 'counting-thread-crash' && line.includes('for the drill')));
  const back = recovery === null ? 'never' : `after ${recovery.toFixed(1)} s`;
  return [
    ...(recovery === null || recovery > MOST_RECOVERY ? [`all was answered again ${back}`] : []),
    ...(facts === null ? [] : [facts]),
    ...(ended === (fault.ends ? 1 : 0) ? [] : [`the process ended ${ended} times`]),
    ...uncaught.map((line) => `nobody caught: ${line.slice(0, 600)}`),
    ...wrong,
  ];
}
