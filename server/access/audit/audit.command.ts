import { atTheDoor } from '../../../etl/warehouse/index.js';
import { type Command, type CommandContext, CommandMistake } from '../../command.js';
import { INSTALLATION } from './audit.js';
import { exportedEntries } from './export-entries.js';
import { noteByShell } from './note-by-shell.js';
import { type Verdict, verifyAudit } from './verify.js';
import { workspacesOfLog } from './workspaces-of-log.js';

/** Whether what was written down is as it was written, and what it says. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify | export [--installation]',
  summary:
    'checks that no entry of the audit log was changed, put in or taken out, exit code 1 names the first; or prints the log of a workspace, or of the installation, as JSON lines',
  async run(args, context) {
    const [verb, ...rest] = args;
    const installation = rest.length === 1 && rest[0] === '--installation';
    if (verb === 'verify' && rest.length === 0) return verify(context);
    if (verb === 'export' && (rest.length === 0 || installation)) return print(context, installation);
    throw new CommandMistake('Say verify, or export.');
  },
};

/**
 * The log of the installation - who failed to sign in where no workspace is known, what was done to keys, backups and whole workspaces - is
 * read here only: no role stands above all workspaces, and whoever has the server's shell does.
 */
async function print(context: CommandContext, installation: boolean): Promise<number> {
  const workspaceId = installation ? INSTALLATION : (await context.workspace()).id;
  await noteByShell(context, { workspaceId, action: 'audit.exported', detail: { format: 'jsonl' } });
  for await (const text of exportedEntries(context.db, workspaceId, { format: 'jsonl' })) if (text) context.print(text.trimEnd());
  return 0;
}

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
