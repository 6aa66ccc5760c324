import { chmod, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { baton, compile, folder } from './baton-process.js';
import { testDatabase } from './database.js';

const LINK = /http:\S+sign-in[?]token=\S+/;

beforeAll(compile);

/** An environment that starts on a database of its own, with nothing in it. */
async function empty(): Promise<{ BATON_DATA_DIR: string; DATABASE_URL: string; BATON_SAMPLE: string }> {
  const { url } = await testDatabase();
  return { BATON_DATA_DIR: await folder(), DATABASE_URL: url, BATON_SAMPLE: 'off' };
}

/** The session that a link makes. */
async function signIn(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const session = (link: string, cookie: string) => fetch(new URL('/api/session', link), { headers: { cookie } });

it('starts, signs in, and leaves on SIGTERM though a browser holds a connection', async () => {
  const server = baton([], await empty());
  const link = await server.says(LINK);
  expect((await fetch(new URL('/readyz', link))).status).toBe(200);
  const answer = await session(link, await signIn(link));
  expect(await answer.json()).toMatchObject({ workspace: { name: 'Baton', sample: false } });
  server.signal('SIGTERM');
  expect(await server.exit).toBe(0);
});

it('keeps data, keys and sessions of the embedded database from start to start', async () => {
  const env = { BATON_DATA_DIR: await folder(), BATON_SAMPLE: 'off' };
  const first = baton([], env);
  const cookie = await signIn(await first.says(LINK));
  const other = baton(['link'], env);
  const second = await other.says(LINK);
  expect(await other.exit).toBe(0);
  // The other command has not taken the database away with it.
  expect((await session(second, await signIn(second))).status).toBe(200);
  first.signal('SIGINT');
  expect(await first.exit).toBe(0);
  const again = baton([], env);
  const link = await again.says(LINK);
  expect((await session(link, cookie)).status).toBe(200);
  for (const file of ['secret-key', 'password']) expect((await stat(join(env.BATON_DATA_DIR, file))).mode & 0o777).toBe(0o600);
  again.signal('SIGTERM');
  expect(await again.exit).toBe(0);
});

describe('says in one line what to do, and ends, when', () => {
  const refused = async (env: Record<string, string>, words: string) => {
    const server = baton([], env);
    expect(await server.exit).toBe(1);
    expect(server.printed()).toContain(words);
    expect(server.printed().trim().split('\n')).toHaveLength(1);
    return server.printed();
  };

  it('the port is taken', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await refused({ ...(await empty()), PORT: String(port) }, `Port ${port} is in use by another program. Stop it, or choose another port`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('the port is taken by another Baton', async () => {
    const first = baton([], await empty());
    const { port } = new URL(await first.says(LINK));
    await refused({ ...(await empty()), PORT: port }, `Port ${port} is in use by another Baton.`);
  });

  it('the folder is a file', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, '');
    await refused({ ...(await empty()), BATON_DATA_DIR: join(file, 'baton') }, `${file}/baton cannot be written. Set BATON_DATA_DIR`);
  });

  it.skipIf(process.getuid?.() === 0)('the folder may not be written', async () => {
    const closed = await folder();
    await chmod(closed, 0o500);
    await refused({ ...(await empty()), BATON_DATA_DIR: join(closed, 'baton') }, 'cannot be written. Set BATON_DATA_DIR');
  });

  it('nobody answers at DATABASE_URL, and does not print its password', async () => {
    const url = 'postgres://baton:hunter2@127.0.0.1:1/baton';
    const said = await refused({ ...(await empty()), DATABASE_URL: url }, 'The database baton at 127.0.0.1:1 cannot be reached');
    expect(said).not.toContain('hunter2');
  });

  it('the database is not there', async () => {
    const env = await empty();
    await refused({ ...env, DATABASE_URL: env.DATABASE_URL.replace(/test_\w+$/, 'nothing') }, 'database "nothing" does not exist');
  });

  it('Postgres is too old', async () => {
    const { url, db } = await testDatabase();
    // Asked for its version, this server answers as an old one would.
    await db.query('create schema old');
    await db.query(`create function old.current_setting(text) returns text language sql return '150004'`);
    const asOld = `${url}?options=${encodeURIComponent('-c search_path=old,pg_catalog,public')}`;
    await refused({ ...(await empty()), DATABASE_URL: asOld }, 'is too old: Baton needs 16 or newer');
  });

  it('a newer Baton has migrated the database', async () => {
    const { url, db } = await testDatabase();
    await db.query(`insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')`);
    await refused({ ...(await empty()), DATABASE_URL: url }, 'was migrated by a newer Baton (Later9999999999999)');
  });
});

describe('a command line', () => {
  it('that names no command is told which there are', async () => {
    const run = baton(['nonsense'], {});
    expect(await run.exit).toBe(2);
    expect(run.printed()).toBe(
      'baton: There is no command "nonsense". Known: start, import, connect, sync, singer, airbyte, definition, report, audit, key, login, link, backup, restore, delete, help.\n',
    );
  });

  it('that misses something is told what, and how it is used', async () => {
    const run = baton(['connect', 'hubspot'], await empty());
    expect(await run.exit).toBe(2);
    expect(run.printed()).toMatch(/^baton: Set HUBSPOT_TOKEN[.] Usage: npm run baton -- connect <tool>/);
  });

  it('asking for help is told every command', async () => {
    const run = baton(['help'], {});
    expect(await run.exit).toBe(0);
    for (const name of ['import', 'singer', 'airbyte', 'connect', 'sync', 'report', 'definition', 'link'])
      expect(run.printed()).toContain(`npm run baton -- ${name}`);
  });
});
