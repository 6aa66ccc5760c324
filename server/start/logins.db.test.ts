import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atTheDoor, database, startEmbedded, within } from '../../etl/warehouse/index.js';
import { makeWorkspace } from '../access/workspaces.js';
import { openDatabase } from './database.js';
import { assertHeldApart, loginsOf } from './logins.js';

/** A Postgres of its own: roles belong to the whole server, and others have made them on that of all tests. */
let directory: string;
let postgres: Awaited<ReturnType<typeof startEmbedded>>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'baton-logins-'));
  await chmod(directory, 0o755);
  postgres = await startEmbedded(directory);
});
afterAll(async () => {
  // The last test has stopped it, as a server does that was the last to use it.
  await postgres.stop().catch(() => {});
  await rm(directory, { recursive: true, force: true });
});

async function asAdministrator(...statements: string[]): Promise<void> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A database that belongs to a new user. */
async function owned(name: string, rights = ''): Promise<string> {
  await asAdministrator(`create role ${name} login password 'x' ${rights}`, `create database ${name} owner ${name}`);
  return addressOf(name, name);
}

function addressOf(user: string, name: string): string {
  const address = new URL(postgres.url);
  Object.assign(address, { username: user, password: 'x', pathname: `/${name}` });
  return address.href;
}

const open = (databaseUrl: string, databaseOwnerUrl: string | null = null) =>
  openDatabase({ databaseUrl, databaseOwnerUrl, dataDirectory: directory });

/** A workspace made and read by the server, and that it stands where it should. */
async function works({ db, close }: Awaited<ReturnType<typeof open>>): Promise<void> {
  const { id } = await makeWorkspace(db, { name: 'x', timeZone: 'UTC', currency: 'EUR', sample: false }, new Date());
  expect(await within(id, () => db.query('select current_user as role, id from workspace'))).toEqual([{ role: 'baton_app', id }]);
  expect(await atTheDoor(() => db.query('select current_user as role'))).toEqual([{ role: 'baton_door' }]);
  await close();
}

it('an owner who may make roles needs nothing else', async () => works(await open(await owned('maker', 'createrole'))));

it('an owner who may not is told what an administrator runs, and then it works', async () => {
  const url = await owned('plain');
  const error: Error = await open(url).catch((caught) => caught);
  expect(error.message).toContain('The user plain may not make or enter the role baton_app');
  const [grant = ''] = /grant [^;]+;/.exec(error.message) ?? [];
  await asAdministrator(grant);
  await works(await open(url));
});

it('a lesser login serves where the owner is another, and has nothing outside of the two roles', async () => {
  const ownerUrl = await owned('keeper', 'createrole');
  await asAdministrator('grant baton_app, baton_door, baton_keeper to keeper with admin option', `create role lesser login password 'x'`);
  await works(await open(addressOf('lesser', 'keeper'), ownerUrl));
  const client = new pg.Client(addressOf('lesser', 'keeper'));
  await client.connect();
  for (const table of ['source', 'login', 'workspace'])
    await expect(client.query(`set role none; select 1 from ${table}`)).rejects.toThrow('permission denied');
  await client.end();
});

it('a connection that works as anybody else is refused before it serves', async () => {
  const owner = await database(postgres.url, { poolSize: 1 }).initialize();
  await expect(assertHeldApart(owner)).rejects.toThrow('The connection works as baton, not as baton_door');
  await owner.destroy();
});

it('the login of the embedded Postgres cannot make itself more', async () => {
  const { close } = await openDatabase({ databaseUrl: null, databaseOwnerUrl: null, dataDirectory: directory });
  const client = new pg.Client(loginsOf({ embeddedUrl: postgres.url }).serverUrl);
  await client.connect();
  await expect(client.query('set role none; select 1 from source')).rejects.toThrow('permission denied for table source');
  await expect(client.query('set role baton_keeper')).rejects.toThrow('permission denied to set role');
  await expect(client.query('set role baton')).rejects.toThrow('permission denied to set role');
  await client.end();
  await close();
});
