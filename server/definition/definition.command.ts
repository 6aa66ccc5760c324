import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { HttpException } from '@nestjs/common';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { CounterHere } from '../counting/counter-here.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { Clock } from '../http/clock.js';
import { checkedDefinition } from './check-definition.js';
import type { Definition } from './definition.js';
import { currentDefinition, definitionOf } from './definition-of.js';
import { differencesOf } from './difference.js';
import { knownTo } from './known.js';
import { previewDefinition } from './preview-definition.js';
import { previewLines } from './preview-lines.js';
import { versionShape } from './read-definition.js';
import { NothingDecided, StaleDefinition, saveDefinition } from './save-definition.js';
import { versionsOf } from './versions.js';
import { warningsOf } from './warnings.js';

type Verb = (file: string | undefined, said: Said, context: CommandContext) => Promise<void>;

interface Said {
  note: string | undefined;
  from: string | undefined;
}

const VERBS: Record<string, Verb> = { show, history, preview, set };

/** What the numbers mean, from the command line: printed as JSON, tried and decided from a file of it. */
export const definitionCommand: Command = {
  name: 'definition',
  usage: 'show [VERSION] | history | preview FILE | set FILE --note "why" [--from VERSION]',
  summary: 'shows, tries and decides what the numbers mean: targets, windows, rules, calendar',
  async run(args, context) {
    const { positionals, values } = parsed(args);
    const [name = 'show', file, ...more] = positionals;
    const verb = VERBS[name];
    if (!verb || more.length > 0) throw new CommandMistake(`Say one of ${Object.keys(VERBS).join(', ')}.`);
    try {
      await verb(file, { note: values.note, from: values.from }, context);
    } catch (error) {
      if (error instanceof HttpException || error instanceof StaleDefinition || error instanceof NothingDecided) {
        throw new CommandMistake(error.message, { cause: error });
      }
      throw error;
    }
    return 0;
  },
};

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { note: { type: 'string' }, from: { type: 'string' } } });
  } catch (error) {
    throw new CommandMistake(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function show(version: string | undefined, _: Said, { db, workspace, print }: CommandContext): Promise<void> {
  const { id } = await workspace();
  const found = await definitionOf(db, id, version === undefined ? undefined : numberOf(version));
  if (!found) throw new CommandMistake(`There is no version ${version}; "history" lists them.`);
  print(JSON.stringify(found.definition, null, 2));
}

async function history(_: string | undefined, _said: Said, { db, workspace, print }: CommandContext): Promise<void> {
  const versions = await versionsOf(db, (await workspace()).id);
  for (const [i, decided] of versions.entries()) {
    const { version, decidedAt, decidedBy, note, changes, applied } = versionShape(decided, versions[i - 1]);
    print(`${version}  ${decidedAt ?? 'built in'}${decidedBy ? `  ${decidedBy}` : ''}${note ? `: ${note}` : ''}`);
    for (const change of changes) print(`     ${change}`);
    if (!applied) print('     handoffs are still being derived by its rules');
  }
}

async function preview(file: string | undefined, _: Said, context: CommandContext): Promise<void> {
  const workspace = await context.workspace();
  const { wanted, warnings } = await wantedOf(file, workspace, context);
  const counter = new CounterHere(context.db, new Clock(() => context.now()));
  const answer = (await counter.ask(previewDefinition, { workspace, query: { wanted }, visibility: EVERYTHING })).parse();
  for (const line of [...previewLines(answer), ...warnings]) context.print(line);
}

async function set(file: string | undefined, { note, from }: Said, context: CommandContext): Promise<void> {
  const { db, print } = context;
  if (!note || note.trim().length < 3) throw new CommandMistake('Say why with --note.');
  const workspace = await context.workspace();
  const { wanted, warnings } = await wantedOf(file, workspace, context);
  const current = await currentDefinition(db, workspace.id);
  const decision = { definition: wanted, from: from === undefined ? current.version : numberOf(from), note: note.trim() };
  const version = await saveDefinition(db, workspace.id, { ...decision, by: userInfo().username, at: context.now() });
  for (const { words } of differencesOf(current.definition, wanted)) print(words);
  for (const warning of warnings) print(warning);
  const { changed } = await deriveHandoffs(db, workspace.id, { at: context.now() });
  const changes = differencesOf(current.definition, wanted).map(({ words }) => words);
  const detail = { from: decision.from, note: decision.note, changes };
  await noteByShell(context, { workspaceId: workspace.id, action: 'definition.changed', subject: String(version), detail });
  print(`Version ${version} holds; ${changed} handoffs changed.`);
}

async function wantedOf(
  file: string | undefined,
  workspace: Workspace,
  { db }: CommandContext,
): Promise<{ wanted: Definition; warnings: string[] }> {
  if (file === undefined) throw new CommandMistake('Name the file, such as one that "show" wrote and you changed.');
  const known = await knownTo(db, workspace);
  const wanted = checkedDefinition(await jsonOf(file), known);
  return { wanted, warnings: warningsOf(wanted, known) };
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new CommandMistake(`${file} cannot be read as JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function numberOf(version: string): number {
  const number = Number(version);
  if (!Number.isInteger(number) || number < 1) throw new CommandMistake(`"${version}" is not the number of a version.`);
  return number;
}
