import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SOURCE_KINDS, sourceKindOf } from '../../etl/sync/open-source.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, CommandMistake } from '../command.js';
import { connectSource } from './connect.js';
import { credentialsFrom } from './credentials-from.js';
import { settingsFrom } from './settings-from.js';
import { slug } from './slug.js';

const KINDS = SOURCE_KINDS.filter(({ byHand }) => !byHand).map(({ kind }) => kind);

/** Tests a connection and keeps it, its secrets sealed. */
export const connectCommand: Command = {
  name: 'connect',
  usage:
    '<tool> [--url https://acme.zendesk.com] [--set name=value] [--mapping mapping.json] [--every 15 | --schedule "0 6 * * *"] [--name ..]',
  summary: `connects a tool (${KINDS.join(', ')}); its secrets come from variables such as HUBSPOT_TOKEN`,
  async run(args, context) {
    const { kind: given, name, mapping, settings: set, url, schedule } = readArgs(args);
    const kind = sourceKindOf(given);
    if (!kind || kind.byHand) throw new CommandMistake(`There is no tool "${given}". Known: ${KINDS.join(', ')}.`);
    const id = name === undefined ? kind.kind : slug(name);
    if (id === null) throw new CommandMistake('--name needs a letter or a digit.');
    const settings = { ...(url && { baseUrl: url.replace(/[/]+$/, '') }), ...set, ...(mapping && { mapping: await readJson(mapping) }) };
    const wanted = { id, kind: kind.kind, name: name ?? kind.name, settings, credentials: credentialsFrom(kind, process.env), schedule };
    const workspace = await context.workspace();
    await connectSource(context.db, workspace, { ...context, wanted });
    const detail = { kind: wanted.kind, name: wanted.name, schedule, hasCredentials: wanted.credentials !== undefined };
    await noteByShell(context, { workspaceId: workspace.id, action: 'source.connected', subject: id, detail });
    context.print(`Connected ${id}. It is read ${words(schedule)} while Baton runs; npm run baton -- sync ${id} reads it now.`);
    return 0;
  },
};

const EVERY = /^[*][/](\d+) [*] [*] [*] [*]$/;
const words = (schedule: string) => {
  const [, minutes] = EVERY.exec(schedule) ?? [];
  return minutes ? `every ${minutes} minutes` : `at "${schedule}"`;
};

function readArgs(args: string[]) {
  const { values, positionals } = parsed(args);
  const [kind, ...more] = positionals;
  if (kind === undefined || more.length > 0) throw new CommandMistake('Name one tool.');
  const every = Number(values.every ?? 15);
  if (!Number.isInteger(every) || every < 1 || every > 59) throw new CommandMistake('--every is a number of minutes from 1 to 59.');
  const { name, mapping, url, schedule = `*/${every} * * * *` } = values;
  return { kind, name, mapping, url, schedule, settings: settingsFrom(values.set ?? []) };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { url: text, set: { ...text, multiple: true }, mapping: text, every: text, schedule: text, name: text } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new CommandMistake(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new CommandMistake(`${file} cannot be read as JSON: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}
