import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Impossible } from './drill/fault/fault.js';
import { mailsKept } from './drill/fault/mails-kept.js';
import { POSTGRES_FAULTS } from './drill/fault/postgres-faults.js';
import { PROCESS_FAULTS } from './drill/fault/process-faults.js';
import { buildRig, type WorkedRig } from './drill/fault/rig.js';
import { sufferUnderLoad, wrongsOf } from './drill/fault/under-load.js';

/** Those that end soon; `npm run drill -- faults` has all of them. */
const QUICK = ['pg-crash', 'pg-kill-connections', 'pg-read-only', 'pg-disk-full', 'sigkill'];

const faults = [...POSTGRES_FAULTS, ...PROCESS_FAULTS].filter(({ name }) => QUICK.includes(name));

describe('a fault under way of requests, a sync and mails', () => {
  let rig: WorkedRig;
  beforeAll(async () => {
    rig = await buildRig();
  }, 180_000);
  afterAll(() => rig?.close());

  test.each(faults)('$name loses no fact, and all is answered again within 30 s', { timeout: 180_000 }, async (fault) => {
    const suffered = await sufferUnderLoad(rig, fault).catch((error: unknown) => {
      if (error instanceof Impossible) return error;
      throw error;
    });
    if (suffered instanceof Impossible) return console.log(`${fault.name} was skipped: ${suffered.message}`);
    console.log(
      `fault ${fault.name}: back after ${suffered.recovery?.toFixed(1)} s, ${suffered.requests} requests, not answered: ${suffered.ends}`,
    );
    expect(wrongsOf(fault, suffered)).toEqual([]);
  });

  test('every mail that fell due in it was kept once', { timeout: 180_000 }, async () => {
    expect(await mailsKept(rig)).toMatchObject({ twice: 0, lost: 0, open: 0 });
  });
});
