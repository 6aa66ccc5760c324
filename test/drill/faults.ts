import { type Fault, Impossible } from './fault/fault.js';
import { MAIL_FAULTS, sufferMail } from './fault/mail-faults.js';
import { mailsKept } from './fault/mails-kept.js';
import { POSTGRES_FAULTS } from './fault/postgres-faults.js';
import { PROCESS_FAULTS } from './fault/process-faults.js';
import { buildRig, type WorkedRig } from './fault/rig.js';
import type { Suffered } from './fault/suffer.js';
import { sufferUnderLoad, wrongsOf } from './fault/under-load.js';
import { count, skip, type Tally } from './report.js';

/** `faults [--only name,name]`: hurts the built server and its Postgres in every way, one after the other, with requests, syncs and mails under way. */
export async function drillFaults(only: readonly string[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const faults = [...POSTGRES_FAULTS, ...PROCESS_FAULTS];
  mustBeKnown(
    only,
    [...faults, ...MAIL_FAULTS].map(({ name }) => name),
  );
  const wanted = ({ name }: { name: string }) => only.length === 0 || only.includes(name);
  console.log(
    'fault                  requests  failed while it lasted and until it was over                     back s  facts  nobody caught',
  );
  if (faults.some(wanted)) await onRig(faults.filter(wanted), tally);
  await sufferMail(MAIL_FAULTS.filter(wanted), tally);
  return tally;
}

function mustBeKnown(only: readonly string[], known: readonly string[]): void {
  const strange = only.find((name) => !known.includes(name));
  if (strange !== undefined) throw new Error(`There is no fault "${strange}"; there are ${known.join(', ')}.`);
}

async function onRig(faults: readonly Fault[], tally: Tally): Promise<void> {
  const rig = await buildRig();
  try {
    for (const fault of faults) await sufferOne(rig, fault, tally);
    await tellMails(rig, tally);
  } finally {
    await rig.close();
  }
}

async function sufferOne(rig: WorkedRig, fault: Fault, tally: Tally): Promise<void> {
  try {
    tell(fault, await sufferUnderLoad(rig, fault), tally);
  } catch (error) {
    const words = `${fault.name.padEnd(22)} ${error instanceof Error ? error.message : String(error)}`;
    if (error instanceof Impossible) skip(tally, words);
    else count(tally, false, words);
  }
}

function tell(fault: Fault, suffered: Suffered, tally: Tally): void {
  const { requests, ends, recovery, facts, fatal, words } = suffered;
  const wrongs = wrongsOf(fault, suffered);
  const back = (recovery === null ? 'never' : recovery.toFixed(1)).padStart(6);
  const line = [fault.name.padEnd(22), String(requests).padStart(5), '  ', ends.padEnd(66), back, ' ', facts === null ? 'equal' : 'OTHER'];
  count(tally, wrongs.length === 0, `${line.join(' ')}  ${fatal.length}  (${fault.how})`);
  for (const more of [words, ...wrongs]) if (more !== null) console.log(`       ${more}`);
}

async function tellMails(rig: WorkedRig, tally: Tally): Promise<void> {
  const { owed, kept, twice, lost, open } = await mailsKept(rig);
  const words = `mails of all these minutes: ${owed} owed, ${kept} kept by the mail server, ${twice} twice, ${lost} lost, ${open} not sent`;
  count(tally, twice === 0 && lost === 0 && open === 0, words);
  const ends = rig.server.ended.map(({ code, signal }) => signal ?? code).join(', ');
  console.log(`       the process ended ${ends || 'never'}; manual steps: 0`);
}
