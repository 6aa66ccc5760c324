import { VENDOR_FAULTS } from '../../../etl/sandbox/stand-in/vendor-faults.js';
import type { RunOutcome } from '../../../etl/sync/run.js';
import { hashesOf, type Life, living, rejections, storedIds } from '../life.js';
import { must, mustEqual, mustSucceed } from '../must.js';
import type { Check, Kit } from './check.js';

type VendorFault = (typeof VENDOR_FAULTS)[number];

/** Records of the driven stream: more than a page. */
const recordsOf = ({ exercise }: Kit) => Math.min(30, (exercise.pageSize ?? 10) + 3);

/** Tables after two calm runs, by kind: what every other life is compared with. */
const calm = new Map<string, Promise<Record<string, string>>>();

function calmHashes(kit: Kit): Promise<Record<string, string>> {
  const known = calm.get(kit.exercise.kind) ?? readCalmly(kit);
  calm.set(kit.exercise.kind, known);
  return known;
}

const readCalmly = (kit: Kit) =>
  living(kit.db, kit.exercise, {
    begun: { records: recordsOf(kit) },
    drill: async (life) => {
      mustSucceed(await life.sync(), 'calm run');
      life.clock.later();
      mustSucceed(await life.sync(), 'second calm run');
      return hashesOf(life, { payloads: false });
    },
  });

const met = (fault: VendorFault): Check => ({
  name: fault.name,
  needs: 'faults',
  async run(kit) {
    const wanted = await calmHashes(kit);
    return living(kit.db, kit.exercise, { begun: { records: recordsOf(kit) }, drill: (life) => meet(life, fault, wanted) });
  },
});

async function meet(life: Life, fault: VendorFault, wanted: Record<string, string>): Promise<string> {
  const { http } = life.rehearsal;
  if (http === null) throw new Error('it is not read over HTTP, which its exercise does not say');
  http.fail(fault.strike());
  const run = await life.sync();
  http.fail(null);
  judge(run, fault);
  if (fault.outcome === 'alters') return altered(life, run);
  life.clock.later();
  mustSucceed(await life.sync(), 'run after the fault');
  // A fault may leave its mark in a payload that is kept as it came: a field more, a list with an entry twice.
  mustEqual(await hashesOf(life, { payloads: false }), wanted, 'those of calm runs');
  return run.outcome === 'succeeded' ? 'lived through' : `${run.outcome}: ${run.error}`;
}

function judge({ outcome, error }: RunOutcome, fault: VendorFault): void {
  if (fault.outcome === 'lives') must(outcome === 'succeeded', `it is to be lived through, and the run ${outcome}: ${error}`);
  if (fault.outcome === 'fails') must(outcome !== 'succeeded', 'the run succeeded as if nothing were wrong');
  if (outcome !== 'succeeded') must(fault.says?.test(error ?? '') ?? true, `the message does not name the cause: ${error}`);
  must(!/stopped before its end/.test(error ?? ''), 'the run did not end by itself');
}

/** What says other things is stored as it says, or rejected with a reason. */
async function altered(life: Life, { outcome, error }: RunOutcome): Promise<string> {
  if (outcome !== 'succeeded') return `${outcome}: ${error}`;
  const [stored, { count, reason }] = [await storedIds(life), await rejections(life)];
  const { length } = life.rehearsal.ids();
  must(stored.length + count >= length, `${length} sent, ${stored.length} stored and ${count} rejected`);
  return count === 0 ? `${stored.length} stored` : `${stored.length} stored, ${count} rejected: ${reason}`;
}

/** Every fault a stand-in can play. */
export const FAULT_CHECKS: Check[] = VENDOR_FAULTS.map(met);

/** A few of them, others for each source, so that a source more costs the tests little. */
export function someFaults(place: number, count: number): Check[] {
  return Array.from({ length: count }, (_, n) => FAULT_CHECKS[(place * count + n) % FAULT_CHECKS.length]).filter(
    (check) => check !== undefined,
  );
}
