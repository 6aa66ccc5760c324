import type { Source } from '../source.js';
import { SourceError } from '../source-error.js';
import { sourceKind } from '../source-kind.js';
import { type Looked, look } from './look.js';
import { pgInstant } from './pg-instant.js';
import { Server } from './server.js';
import { type PostgresCredentials, type PostgresSettings, postgresCredentials, postgresSettings } from './settings.js';
import { TableStream } from './table-stream.js';
import type { WantedTable } from './wanted-table.js';
import { wantedTables } from './wanted-tables.js';

const SWEEP_HOURS = 24;

interface Opened {
  settings: PostgresSettings;
  credentials: PostgresCredentials;
  now: () => Date;
}

/** Tables of a database as a source, one stream each. Each table is looked at once, when it is first read. */
export function postgres({ settings, credentials, now }: Opened): Source & { notes(signal: AbortSignal): Promise<string[]> } {
  const server = new Server(settings, credentials);
  const { timeZone, currency } = settings.mapping;
  const wanted = wantedTables(settings);
  const looked = new Map<WantedTable, Promise<Looked>>();
  const looking = (table: WantedTable, signal: AbortSignal): Promise<Looked> => {
    const found = looked.get(table) ?? look(table, { server, timeZone }, signal);
    looked.set(table, found);
    return found;
  };
  let landed: Promise<Date | null> | null = null;
  const landedAt = (signal: AbortSignal) => {
    landed ??= lastLanding(server, () => Promise.all(wanted.map((table) => looking(table, signal))), signal);
    return landed;
  };
  return {
    kind: 'postgres',
    streams: wanted.map(
      (table) =>
        new TableStream(table, {
          ...{ server, timeZone, currency, landedAt, pageRows: settings.pageRows, sweepHours: SWEEP_HOURS, openedAt: now() },
          ready: async (signal) => (await looking(table, signal)).table,
        }),
    ),
    test: async (signal) => {
      const all = await Promise.all(wanted.map((table) => looking(table, signal)));
      if (all.every(({ table }) => table === null)) throw nothingThere(settings);
      for (const { table } of all) if (table) await server.ask(`select * from (${table.rows}) as counted limit 1`, [], signal);
    },
    notes: async (signal) => [
      ...(await Promise.all(wanted.map((table) => looking(table, signal)))).flatMap(({ notes }) => notes),
      ...(await rightsNote(server, signal)),
    ],
    close: () => server.close(),
  };
}

async function lastLanding(server: Server, looked: () => Promise<Looked[]>, signal: AbortSignal): Promise<Date | null> {
  const questions = (await looked()).flatMap(({ table }) => table?.landed ?? []);
  if (questions.length === 0) return null;
  const { rows } = await server.ask(`select max(at) as at from (${questions.join(' union all ')}) as landed`, [], signal);
  const at = rows[0]?.at;
  return typeof at === 'string' ? pgInstant(at) : null;
}

async function rightsNote(server: Server, signal: AbortSignal): Promise<string[]> {
  const { rows } = await server.ask(
    `select current_user as name, rolsuper or exists (
        select 1 from pg_class where relkind in ('r', 'p') and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        and has_table_privilege(oid, 'insert, update, delete')) as writes
    from pg_roles where rolname = current_user`,
    [],
    signal,
  );
  return rows[0]?.writes === true
    ? [`The user ${rows[0].name} may also write. Baton never does; a user that can only read would be safer.`]
    : [];
}

const nothingThere = ({ mapping: { landed } }: PostgresSettings) =>
  new SourceError(
    'schema',
    `Schema ${landed?.schema} holds no table that ${landed?.by} lands from ${landed?.tool}. Correct the schema, or grant usage on it.`,
  );

export const postgresKind = sourceKind({
  kind: 'postgres',
  name: 'Postgres',
  about: 'Any table or query of a database, and what Fivetran, Airbyte or dlt have landed there.',
  settings: postgresSettings,
  credentials: postgresCredentials,
  open: postgres,
});
