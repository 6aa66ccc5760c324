import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openCredentials, sealCredentials } from '../../etl/sync/credentials.js';
import { database, erasureKeyPlace, type Keyring, keyIdOf, keyringOf, seal, within } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { everythingIn } from '../../test/everything-in.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { verifyAudit } from '../access/audit/verify.js';
import { newSecondFactor } from '../access/login/second-factor.js';
import { checkKey } from './check-key.js';
import { keyCommand } from './key.command.js';
import { readKeys } from './keys.js';

const now = () => new Date('2026-03-02T09:00:00Z');
const WORKSPACES = 2;

interface Installed {
  /** The owner's. */
  owner: DataSource;
  /** In which row-level security holds. */
  db: DataSource;
  dataDirectory: string;
  /** As a server has it that was started before. */
  running: Keyring;
  workspaces: string[];
  lines: string[];
  key(verb: string, signal?: AbortSignal): Promise<number>;
}

async function installed(sourcesEach: number): Promise<Installed> {
  const { db: owner, url } = await testDatabase();
  const db = await database(url, { poolSize: 4, scoped: true }).initialize();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'baton-key-'));
  onTestFinished(async () => {
    await db.destroy();
    await rm(dataDirectory, { recursive: true });
  });
  const { secretKey: running } = await readKeys(dataDirectory, { secretKey: undefined });
  await checkKey(db, running, now());
  const workspaces = Array.from({ length: WORKSPACES }, () => randomUUID());
  const audit = new AuditLog({ db, key: running, now });
  for (const workspaceId of workspaces) {
    await owner.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'x', 'UTC', 'EUR', now())`, [
      workspaceId,
    ]);
    for (let i = 0; i < sourcesEach; i++) await connect(owner, { workspaceId, sourceId: `s${i}`, key: running });
    await audit.note({ workspaceId, action: 'source.connected', actor: 'Baton' });
    await owner.query('insert into erasure_key (workspace_id, sealed) values ($1, $2)', [
      ...[workspaceId, seal('words', running, erasureKeyPlace(workspaceId))],
    ]);
    const login = { id: randomUUID(), email: `${workspaceId}@baton.example` };
    await owner.query(`insert into login (id, email, name, totp_sealed, created_at) values ($1, $2, 'x', $3, now())`, [
      ...[login.id, login.email, newSecondFactor(login as never, running).sealed],
    ]);
  }
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const workspace = () => Promise.reject(new Error('A key belongs to no workspace.'));
  const context = { db, dataDirectory, secretKey: running, now, print, workspace };
  const key = (verb: string, signal = new AbortController().signal) => keyCommand.run([verb], { ...context, signal });
  return { owner, db, dataDirectory, running, workspaces, lines, key };
}

const connect = (db: DataSource, { workspaceId, sourceId, key }: { workspaceId: string; sourceId: string; key: Keyring }) =>
  db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, created_at) values ($1, $2, 'csv', 'x', '{}', $3, now())`,
    [...[workspaceId, sourceId, sealCredentials({ token: `${workspaceId} ${sourceId}` }, { workspaceId, sourceId, key })]],
  );

async function tokenOf({ db, running }: Installed, workspaceId: string, sourceId: string): Promise<unknown> {
  const [row] = await within(workspaceId, () =>
    db.query<{ credentials: Buffer }[]>('select credentials from source where workspace_id = $1 and id = $2', [workspaceId, sourceId]),
  );
  return openCredentials(row?.credentials ?? Buffer.alloc(0), { key: running, workspaceId, sourceId });
}

/** How what a key sealed begins, in every way in which a row may hold it. */
const tracesOf = (key: Buffer): string[] => {
  const start = Buffer.concat([Buffer.from([1]), keyIdOf(key)]);
  return [start.toString('hex'), start.toString('base64'), `${keyIdOf(key).toString('hex')}.`];
};

test('nothing is left that the former key sealed, and a running server reads and seals on without an error', async () => {
  const place = await installed(20);
  const former = place.running.current();
  const [workspaceId = ''] = place.workspaces;
  const before = await everythingIn(place.owner);
  for (const trace of tracesOf(former)) expect(before).toContain(trace);
  let reads = 0;
  let rotating = true;
  const reading = (async () => {
    while (rotating) {
      expect(await tokenOf(place, workspaceId, `s${reads % 20}`)).toEqual({ token: `${workspaceId} s${reads % 20}` });
      reads += 1;
    }
  })();
  expect(await place.key('rotate')).toBe(0);
  rotating = false;
  await reading;
  const after = await everythingIn(place.owner, { but: ['key_check'] });
  for (const trace of tracesOf(former)) expect(after).not.toContain(trace);
  for (const trace of tracesOf(place.running.current())) expect(after).toContain(trace);
  expect(place.running.current()).not.toEqual(former);
  expect(reads).toBeGreaterThan(0);
  console.log(`rotation: ${place.lines.at(-2)} ${reads} reads meanwhile, 0 errors`);
  for (const id of place.workspaces) expect((await within(id, () => verifyAudit(place.db, id, place.running))).fault).toBeNull();
  const noted = await place.owner.query(`select detail from audit_entry where action = 'key.rotated'`);
  expect(noted).toMatchObject([{ detail: { count: 46, brokenCount: 0 } }]);
});

test('what was stopped goes on, and no third key is made', async () => {
  const place = await installed(120);
  const stop = new AbortController();
  const push = place.lines.push.bind(place.lines);
  place.lines.push = (...lines) => {
    if (lines.some((line) => line.includes('100 of'))) stop.abort(new Error('killed'));
    return push(...lines);
  };
  await expect(place.key('rotate', stop.signal)).rejects.toThrow('killed');
  const current = place.running.current();
  expect(await place.key('show')).toBe(0);
  expect(place.lines.at(-1)).toMatch(/has sealed \d+ values[.]$/);
  expect(await place.key('rotate')).toBe(0);
  expect(place.running.current()).toEqual(current);
  expect(place.lines).toContain('A rotation was stopped before its end; it goes on.');
  expect(place.lines).toContain('credentials of sources: 140 of 140');
  for (const id of place.workspaces) for (const n of [0, 119]) expect(await tokenOf(place, id, `s${n}`)).toEqual({ token: `${id} s${n}` });
});

test('what cannot be opened keeps nothing else with the former key, and is said', async () => {
  const place = await installed(3);
  await place.owner.query(`update source set credentials = set_byte(credentials, length(credentials) - 1, 7) where id = 's1'`);
  expect(await place.key('rotate')).toBe(1);
  const text = place.lines.join('\n');
  expect(text).toContain('10 values are sealed with the key');
  expect(text).toContain('2 could not be opened');
});

test('a former key is forgotten only when it has sealed nothing that is left, and opens nothing then', async () => {
  const place = await installed(2);
  const [oldRoot = ''] = (await readFile(join(place.dataDirectory, 'secret-key'), 'utf8')).split('\n');
  const former = place.running.current();
  expect(await place.key('rotate')).toBe(0);
  const [workspaceId = ''] = place.workspaces;
  await connect(place.owner, { workspaceId, sourceId: 'late', key: keyringOf(former) });
  await expect(place.key('forget')).rejects.toThrow('key rotate');
  expect(await place.key('rotate')).toBe(0);
  expect(await place.key('forget')).toBe(0);
  expect(await readFile(join(place.dataDirectory, 'secret-key'), 'utf8')).not.toContain(oldRoot);
  expect(place.running.find(keyIdOf(former))).toBeNull();
  await expect(checkKey(place.db, keyringOf(former), now())).rejects.toThrow('is not the one with which this database was sealed');
});

test('keys of variables are replaced with both known to the server', async () => {
  const place = await installed(2);
  const fileRoot = await readFile(join(place.dataDirectory, 'secret-key'), 'utf8');
  const next = 'n'.repeat(40);
  vi.stubEnv('BATON_SECRET_KEY', fileRoot);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(place.key('rotate')).rejects.toThrow('BATON_SECRET_KEY_NEW');
  vi.stubEnv('BATON_SECRET_KEY_NEW', next);
  expect(await place.key('rotate')).toBe(0);
  const { secretKey: server } = await readKeys(place.dataDirectory, { secretKey: fileRoot, newSecretKey: next });
  const [workspaceId = ''] = place.workspaces;
  expect(await tokenOf({ ...place, running: server }, workspaceId, 's1')).toEqual({ token: `${workspaceId} s1` });
  await expect(checkKey(place.db, (await readKeys('', { secretKey: next })).secretKey, now())).resolves.toBeUndefined();
});

test('a wrong key is refused at the start, also by a database that was sealed before keys were noted', async () => {
  const place = await installed(1);
  const wrong = keyringOf(Buffer.alloc(32, 9));
  const refused = expect.stringContaining(keyIdOf(place.running.current()).toString('hex'));
  await expect(checkKey(place.db, wrong, now())).rejects.toMatchObject({ message: refused });
  await place.owner.query('delete from key_check');
  await expect(checkKey(place.db, wrong, now())).rejects.toMatchObject({ message: refused });
  await checkKey(place.db, keyringOf(Buffer.alloc(32, 9), [place.running.current()]), now());
});

test('a sealed value opens nowhere but where it was sealed', async () => {
  const place = await installed(2);
  const [one = '', other = ''] = place.workspaces;
  await place.owner.query(
    `update source set credentials = (select o.credentials from source o where o.workspace_id = $2 and o.id = source.id) where workspace_id = $1`,
    [one, other],
  );
  await expect(tokenOf(place, one, 's0')).rejects.toThrow('cannot be opened');
  await place.owner.query(
    `update source set credentials = (select o.credentials from source o where o.workspace_id = $1 and o.id = 's0') where workspace_id = $1`,
    [other],
  );
  expect(await tokenOf(place, other, 's0')).toEqual({ token: `${other} s0` });
  await expect(tokenOf(place, other, 's1')).rejects.toThrow('cannot be opened');
});
