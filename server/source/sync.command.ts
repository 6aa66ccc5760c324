import { sourceKindOf } from '../../etl/sync/open-source.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { readNow } from './read-now.js';
import { readSources, type SourceFacts } from './source-row.js';

/** Reads sources now, in this process. */
export const syncCommand: Command = {
  name: 'sync',
  usage: '[source]',
  summary: 'reads one source, or all, on from where it stopped',
  async run(args, context) {
    const [name, ...more] = args;
    if (more.length > 0 || name?.startsWith('-')) throw new CommandMistake('Name one source, or none for all.');
    const workspace = await context.workspace();
    const sources = (await readSources(context.db, workspace.id)).filter(({ kind }) => !sourceKindOf(kind)?.byHand);
    const chosen = name === undefined ? sources : sources.filter(({ id }) => id === name);
    if (chosen.length === 0) throw new CommandMistake(nothing(name, sources));
    if (workspace.sample) context.print('The tools of the sample company answer while Baton runs (npm start).');
    let code = 0;
    for (const source of chosen) if (!(await readOne(source, workspace.id, context))) code = 1;
    return code;
  },
};

/** False when not all of it could be read. */
async function readOne({ id, name }: SourceFacts, workspaceId: string, context: CommandContext): Promise<boolean> {
  const { db, secretKey, now, signal, print } = context;
  print(`Reading ${name}:`);
  const run = { workspaceId, sourceId: id, trigger: 'hand', secretKey, now, signal, terminal: process.stdout } as const;
  const { outcome, error, changedHandoffs } = await readNow(db, run);
  await noteByShell(context, { workspaceId, action: 'source.read', subject: id, detail: { outcome } });
  print(error ? `  Not all of it could be read: ${error}` : `  Done; ${changedHandoffs} handoffs are new or changed.`);
  return outcome === 'succeeded';
}

function nothing(name: string | undefined, sources: SourceFacts[]): string {
  const known = sources.map(({ id }) => id).join(', ');
  if (!known) return 'No source is connected that could be read. Connect one: npm run baton -- connect hubspot';
  return `There is no source "${name}" that could be read. Known: ${known}.`;
}
