import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { APP_ROLE, atTheDoor, DOOR_ROLE } from '../../etl/warehouse/index.js';

/** Who connects to one database, and what for. */
export interface Logins {
  /** Owns the tables and migrates them. */
  ownerUrl: string;
  /** Serves. The same as the owner where only one address was given: its connections then begin in the role of the door. */
  serverUrl: string;
  /** 'the embedded Postgres' or the host and database, without user and password. */
  name: string;
  /** The password that the server's login is given at each start; null where an administrator keeps it. */
  password: string | null;
}

/** The login of the server in the embedded Postgres: in a role that may read no fact, and not able to leave it for more than one workspace. */
const SERVER_LOGIN = 'baton_server';

type Given = { embeddedUrl: string } | { databaseUrl: string | null; databaseOwnerUrl: string | null };

export function loginsOf(given: Given): Logins {
  if ('embeddedUrl' in given) return embeddedLogins(given.embeddedUrl);
  const serverUrl = given.databaseUrl ?? '';
  return { ownerUrl: given.databaseOwnerUrl ?? serverUrl, serverUrl, name: placeOf(serverUrl), password: null };
}

/** One password from the other, one way: so that nothing more is kept, and who has the server's does not have the owner's. */
function embeddedLogins(ownerUrl: string): Logins {
  const server = new URL(ownerUrl);
  const password = Buffer.from(hkdfSync('sha256', decodeURIComponent(server.password), '', SERVER_LOGIN, 32)).toString('hex');
  server.username = SERVER_LOGIN;
  server.password = password;
  return { ownerUrl, serverUrl: server.href, name: 'the embedded Postgres', password };
}

/** Lets the login of the server work in both roles and inherit from neither, so that outside of them it may do nothing. */
export async function openServerLogin(owner: DataSource, { serverUrl, ownerUrl, password }: Logins): Promise<void> {
  if (serverUrl === ownerUrl) return;
  const name = decodeURIComponent(new URL(serverUrl).username);
  if (password) await makeLogin(owner, name, password);
  const [known] = await owner.query<{ door: boolean; app: boolean }[]>(
    `select pg_has_role(rolname, $2, 'set') as door, pg_has_role(rolname, $3, 'set') as app from pg_roles where rolname = $1`,
    [name, DOOR_ROLE, APP_ROLE],
  );
  if (!known) throw new Error(`DATABASE_URL signs in as ${name}, whom the database of DATABASE_OWNER_URL does not know.`);
  if (known.door && known.app) return;
  const grant = `grant ${APP_ROLE}, ${DOOR_ROLE} to ${pg.escapeIdentifier(name)} with inherit false, set true`;
  await owner.query(grant).catch((cause: unknown) => {
    throw new Error(`The owner may not let ${name} work for Baton. Let an administrator of the server run: ${grant};`, { cause });
  });
}

async function makeLogin(owner: DataSource, name: string, password: string): Promise<void> {
  const found = await owner.query<unknown[]>('select 1 from pg_roles where rolname = $1', [name]);
  if (found.length === 0) await owner.query(`create role ${name}`);
  await owner.query(
    `alter role ${name} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  );
}

/** Throws when connections do not begin at the door, or its role is above row-level security: then Postgres would hold nothing apart. */
export async function assertHeldApart(db: DataSource): Promise<void> {
  const [found] = await atTheDoor(() =>
    db.query<{ role: string; above: boolean }[]>(
      `select current_user as role, (select bool_or(rolsuper or rolbypassrls) from pg_roles where rolname = any($1)) as above`,
      [[APP_ROLE, DOOR_ROLE]],
    ),
  );
  if (found?.role !== DOOR_ROLE) {
    throw new Error(
      `The connection works as ${found?.role}, not as ${DOOR_ROLE}: something between Baton and Postgres drops the option "role". Connect directly, or let the pooler pass "options" on.`,
    );
  }
  if (found.above) throw new Error(`${APP_ROLE} and ${DOOR_ROLE} must obey row-level security: alter role .. nosuperuser nobypassrls.`);
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} at ${host}`;
}
