import { atTheDoor } from '../../../etl/warehouse/index.js';
import { type Command, type CommandContext, CommandMistake } from '../../command.js';
import { type Verdict, verifyAudit } from './verify.js';
import { workspacesOfLog } from './workspaces-of-log.js';

/** Whether what was written down is as it was written. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify',
  summary: 'checks that no entry of the audit log was changed, put in or taken out; exit code 1 names the first',
  async run(args, context) {
    if (args.length !== 1 || args[0] !== 'verify') throw new CommandMistake('Say verify.');
    return verify(context);
  },
};

async function verify({ db, secretKey, print }: CommandContext): Promise<number> {
  const workspaces = await workspacesOfLog(db);
  if (workspaces.length === 0) print('Nothing has been written down yet.');
  let faultCount = 0;
  for (const { id, name } of workspaces) {
    const verdict = await atTheDoor(() => verifyAudit(db, id, secretKey));
    print(lineOf(verdict, name));
    if (verdict.fault) faultCount += 1;
  }
  return faultCount === 0 ? 0 : 1;
}

function lineOf({ workspaceId, entryCount, number, hash, fault }: Verdict, name: string | null): string {
  const of = `${name ?? 'a workspace that is gone'} (${workspaceId})`;
  if (fault) return `${of}: entry ${fault.number} is wrong: ${fault.why}.`;
  return `${of}: ${entryCount} entries as they were written, the last is ${number} with ${hash}`;
}
