import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sealCredentials } from '../../etl/sync/credentials.js';
import { openSource } from '../../etl/sync/open-source.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { type Connection, type ConnectOptions, hubspotConnection, zendeskConnection } from './connection.js';

const KINDS: Record<string, (options: ConnectOptions, env: NodeJS.ProcessEnv) => Connection> = {
  hubspot: hubspotConnection,
  zendesk: zendeskConnection,
};

/** Tests a connection and keeps it, its secrets sealed. */
export const connectCommand: Command = {
  name: 'connect',
  usage: 'hubspot|zendesk [--url https://acme.zendesk.com] [--portal 1234567] [--mapping mapping.json] [--every 15]',
  summary: 'connects a tool; its secrets come from HUBSPOT_TOKEN, or ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET',
  async run(args, context) {
    const { kind, every, mapping, ...options } = readArgs(args);
    const connect = KINDS[kind];
    if (!connect) throw new CommandMistake(`There is no tool "${kind}". Known: ${Object.keys(KINDS).join(', ')}.`);
    const { settings, credentials } = connect(options, process.env);
    const given = { ...settings, ...(mapping && { mapping: await readJson(mapping) }) };
    await openSource({ id: kind, kind, settings: given }, credentials, { now: context.now, keepCredentials: async () => {} }).test(
      context.signal,
    );
    await keep({ kind, settings: given, credentials, every }, context);
    context.print(`Connected ${kind}. It is read every ${every} minutes while Baton runs; npm run baton -- sync ${kind} reads it now.`);
    return 0;
  },
};

interface Kept extends Connection {
  kind: string;
  every: number;
}

/** A tool connected again keeps its place: what was read of it stays, and a schedule that stood still goes on. */
async function keep({ kind, settings, credentials, every }: Kept, context: CommandContext): Promise<void> {
  const { id: workspaceId } = await context.workspace();
  const sealed = sealCredentials(credentials, { key: context.secretKey, workspaceId, sourceId: kind });
  await context.db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, schedule, period_minutes, created_at)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, id) do update
       set settings = excluded.settings, credentials = excluded.credentials, schedule = excluded.schedule,
           period_minutes = excluded.period_minutes, paused_reason = excluded.paused_reason`,
    [workspaceId, kind, kind === 'hubspot' ? 'HubSpot' : 'Zendesk', settings, sealed, `*/${every} * * * *`, 2 * every, context.now()],
  );
}

function readArgs(args: string[]) {
  const { values, positionals } = parsed(args);
  const [kind, ...more] = positionals;
  if (kind === undefined || more.length > 0) throw new CommandMistake('Name one tool.');
  const every = Number(values.every ?? 15);
  if (!Number.isInteger(every) || every < 1 || every > 59) throw new CommandMistake('--every is a number of minutes from 1 to 59.');
  return { kind, every, mapping: values.mapping, url: values.url, portal: values.portal };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { url: text, portal: text, mapping: text, every: text } });
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
