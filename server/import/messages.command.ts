import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { STANDARD_INPUT, TAP_NAME, tapVariable } from '../../etl/source/tap-command.js';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import { type RunOutcome, runSync } from '../../etl/sync/run.js';
import { Source } from '../../etl/warehouse/index.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { typedPath } from './typed-path.js';

const NAMES = { singer: 'a Singer tap', airbyte: 'an Airbyte connector' };
type Kind = keyof typeof NAMES;

/** Reads the messages of a tap, from standard input or from a command typed here: both are said by whoever runs this process. */
const messagesCommand = (kind: Kind): Command => ({
  name: kind,
  usage: `<mapping.json> [--name crm] [--tap '<command>'] < messages`,
  summary: `reads the messages of ${NAMES[kind]} by a mapping: from standard input, or from a command`,
  async run(args, context) {
    const { path, name, tap } = readArgs(kind, args);
    const settings = { tap: name, mapping: await mappingAt(path) };
    sourceKindOf(kind)?.open(settings, null, { now: context.now, keepCredentials: async () => {} });
    const { id: workspaceId } = await context.workspace();
    await keepSource(context, { workspaceId, kind, name, settings });
    process.env[tapVariable(name)] = tap ?? STANDARD_INPUT;
    const { db, secretKey, now, signal } = context;
    const run = await runSync(db, { workspaceId, sourceId: name, trigger: 'hand', secretKey, now, signal });
    await noteByShell(context, { workspaceId, action: 'import.made', subject: name, detail: { kind, outcome: run.outcome } });
    for (const line of linesOf(run)) context.print(line);
    return run.outcome === 'succeeded' ? 0 : 1;
  },
});

export const singerCommand = messagesCommand('singer');
export const airbyteCommand = messagesCommand('airbyte');

function readArgs(kind: Kind, args: string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parsedArgs(() => parseArgs({ args, allowPositionals: true, options: { name: text, tap: text } }));
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CommandMistake('Name one mapping file.');
  const name = values.name ?? kind;
  if (!TAP_NAME.test(name)) throw new CommandMistake('--name is lower-case letters, digits and hyphens.');
  if (values.tap === undefined && process.stdin.isTTY)
    throw new CommandMistake('Hand the messages over (< messages), or name the command with --tap.');
  return { path, name, tap: values.tap };
}

function parsedArgs<T>(parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new CommandMistake((cause as Error).message, { cause });
  }
}

async function mappingAt(typed: string): Promise<unknown> {
  const text = await readFile(typedPath(typed), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CommandMistake(`${typed} cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandMistake(`${typed} is not JSON: ${(cause as Error).message}.`, { cause });
  }
}

interface Kept {
  workspaceId: string;
  kind: Kind;
  name: string;
  settings: Record<string, unknown>;
}

/** Made on the first reading, brought up to date on the next. The command is not kept: what runs on this machine is no setting. */
async function keepSource({ db, now }: CommandContext, { workspaceId, kind, name, settings }: Kept): Promise<void> {
  const taken = await db.getRepository(Source).findOneBy({ workspaceId, id: name });
  if (taken && taken.kind !== kind) throw new CommandMistake(`There is a source '${name}' (${taken.kind}) already. Give another --name.`);
  await db.query(
    `insert into source (workspace_id, id, kind, name, settings, created_at) values ($1, $2, $3, $2, $4, $5)
     on conflict (workspace_id, id) do update set settings = excluded.settings`,
    [workspaceId, name, kind, settings, now()],
  );
}

const linesOf = ({ streams, error, changedHandoffs }: RunOutcome): string[] => [
  ...streams.map(
    ({ readCount, writtenCount, goneCount, rejectedCount }) =>
      `${readCount} records read, ${writtenCount} written, ${goneCount} gone, ${rejectedCount} rejected`,
  ),
  ...(error ? [error] : []),
  `${changedHandoffs} handoffs are new or changed.`,
];
