import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { database } from '../../etl/warehouse/index.js';
import { makeAdmin } from '../../server/access/login/make-admin.js';
import { Passwords } from '../../server/access/login/passwords.js';
import { createApp } from '../../server/app.js';
import { Clock } from '../../server/http/clock.js';
import { Installation } from '../../server/http/installation.js';
import { silentLog } from '../../server/http/log.js';
import { ATTACKS, attack, makeLogins } from '../guessing.js';
import { type DrillDatabase, withDatabase } from './drill-database.js';
import { count, type Tally } from './report.js';

/** Milliseconds by which medians may differ. */
const APART = 5;

/** What guesses cost, with argon2 counted, and whether an answer's time tells who has an account, with argon2 as it is. */
export const drillSignIn = ({ tries }: { tries: number }): Promise<Tally> =>
  withDatabase(async (given) => {
    const tally: Tally = { passed: 0, failed: 0 };
    await makeLogins(given.db);
    for (const told of ATTACKS) {
      const { hashing } = await attack(given.db, told);
      const right = hashing.all <= told.all && hashing.most <= told.most;
      const who = `${told.guesses} guesses from ${told.addresses} addresses at ${told.accounts} accounts`;
      count(
        tally,
        right,
        `${who}: ${hashing.all} reached argon2 (at most ${told.all}), ${hashing.most} of one account (at most ${told.most})`,
      );
    }
    await timing(given, { tally, tries });
    return tally;
  });

const ADA = { email: 'ada@baton.example', name: 'Ada', password: 'mauve teapot on a ladder' };
const GONE = { ...ADA, email: 'gone@baton.example' };

/** Wrong passwords over HTTP, of each kind in turn, so that what else the machine does falls on all alike. */
async function timing({ db, url }: DrillDatabase, { tally, tries }: { tally: Tally; tries: number }): Promise<void> {
  await makeWho(db);
  const served = await serve(url);
  const kinds = { known: ADA.email, unknown: 'nobody@baton.example', disabled: GONE.email };
  const times: Record<string, number[]> = { known: [], unknown: [], disabled: [] };
  for (let i = 0; i < tries; i++)
    for (const [kind, email] of Object.entries(kinds)) {
      await db.query('delete from throttle');
      times[kind]?.push(await answered(`${served.address}/api/session`, { email, password: 'wrong' }));
    }
  await served.close();
  const [known, ...others] = Object.entries(times).map(([kind, all]) => ({ kind, median: medianOf(all) }));
  for (const { kind, median } of others) {
    const apart = median - (known?.median ?? Number.NaN);
    const words = `median of ${tries}: ${kind} ${median.toFixed(2)} ms, known ${known?.median.toFixed(2)} ms, ${apart.toFixed(2)} ms apart`;
    count(tally, Math.abs(apart) < APART, `${words} (at most ${APART})`);
  }
}

async function makeWho(db: DataSource): Promise<void> {
  const now = new Date();
  const workspaceId = randomUUID();
  const passwordHash = await new Passwords().hash(ADA.password);
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'x', 'UTC', 'EUR', $2)`, [
    workspaceId,
    now,
  ]);
  for (const login of [ADA, GONE]) await makeAdmin(db, { ...login, passwordHash, workspaceId }, now);
  await db.query('update login set disabled_at = $2 where email = $1', [GONE.email, now]);
}

async function serve(url: string): Promise<{ address: string; close(): Promise<void> }> {
  const db = await database(url, { poolSize: 4, scoped: true }).initialize();
  const key = Buffer.alloc(32, 1);
  const installation = new Installation({ dataDirectory: '/nonexistent', secretKey: key, sessionKey: key, publicUrl: 'http://localhost' });
  const app = await createApp({ db, longWork: db, installation, clock: new Clock(), log: silentLog(), dashboardDirectory: '/nonexistent' });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const close = async () => {
    await app.close();
    await db.destroy();
  };
  return { address: `http://127.0.0.1:${port}`, close };
}

/** Milliseconds until a refusal came. */
async function answered(url: string, body: object): Promise<number> {
  const before = performance.now();
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await answer.text();
  if (answer.status !== 401) throw new Error(`A wrong password was answered with ${answer.status}.`);
  return performance.now() - before;
}

function medianOf(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
