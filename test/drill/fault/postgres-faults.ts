import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Fault, Rig } from './fault.js';
import { full } from './full-disk.js';

const APP = `application_name = 'baton' and pid <> pg_backend_pid() and datname = 'fault'`;
const killAll = ({ postgres }: Rig) => postgres.say(`select pg_terminate_backend(pid) from pg_stat_activity where ${APP}`);
const nothing = async () => {};

/** A connection of the drill that holds what the server needs. */
async function holding({ postgres }: Rig, sql: string): Promise<pg.Client> {
  const client = new pg.Client(postgres.url.replace(/\/postgres$/, '/fault'));
  client.on('error', () => {});
  await client.connect();
  await client.query(sql);
  return client;
}

const lock = (tables: string) => async (rig: Rig) => {
  const client = await holding(rig, `begin; lock table ${tables} in access exclusive mode`);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
};

/** Every write of a page fails with this state: raised by a trigger, which any owner of a table may make. */
const planted = (state: string, words: string) => async (rig: Rig) => {
  await rig.postgres.say(
    `create or replace function drill_fails() returns trigger language plpgsql as $$ begin raise exception '${words}' using errcode = '${state}'; end $$;
     create trigger drill_fails before insert or update on cursor for each statement execute function drill_fails()`,
    'fault',
  );
  return () => rig.postgres.say('drop trigger drill_fails on cursor; drop function drill_fails()', 'fault');
};

export const POSTGRES_FAULTS: readonly Fault[] = [
  {
    name: 'pg-restart',
    how: 'pg_ctl stop -m fast, start 3 s later',
    seconds: 3,
    async begin({ postgres }) {
      await postgres.stop('fast');
      return () => postgres.start();
    },
  },
  {
    name: 'pg-crash',
    how: 'SIGQUIT to the postmaster, start 3 s later',
    seconds: 3,
    async begin({ postgres }) {
      process.kill(await postgres.pid(), 'SIGQUIT');
      return async () => {
        await postgres.stop('immediate').catch(() => {});
        await postgres.start();
      };
    },
  },
  {
    name: 'pg-kill-connections',
    how: 'pg_terminate_backend on all of the server, five times a second',
    seconds: 3,
    async begin(rig) {
      for (let i = 0; i < 15; i++) {
        await killAll(rig);
        await wait(200);
      }
      return nothing;
    },
  },
  {
    name: 'pg-out-of-connections',
    how: 'its connections are ended and all others taken',
    seconds: 5,
    async begin(rig) {
      const taken: pg.Client[] = [];
      const take = async () => {
        const client = new pg.Client(rig.postgres.url);
        client.on('error', () => {});
        await client.connect();
        taken.push(client);
      };
      await killAll(rig);
      for (let i = 0; i < 200; i++)
        if (
          !(await take().then(
            () => true,
            () => false,
          ))
        )
          break;
      return async () => {
        await Promise.all(taken.map((client) => client.end().catch(() => {})));
      };
    },
  },
  {
    name: 'pool-exhausted',
    how: 'the table of workspaces is locked: every request holds a connection',
    seconds: 8,
    begin: lock('workspace'),
  },
  {
    name: 'pg-read-only',
    how: 'default_transaction_read_only = on, as a replica before its promotion',
    seconds: 5,
    refuses: { what: 'report', why: /takes no writes/ },
    async begin({ postgres }) {
      await postgres.say('alter system set default_transaction_read_only = on');
      await postgres.say('select pg_reload_conf()');
      return async () => {
        await postgres.say('alter system reset default_transaction_read_only');
        await postgres.say('select pg_reload_conf()');
      };
    },
  },
  { name: 'lock-wait', how: 'the tables that a page is written to are locked', seconds: 5, begin: lock('record, deal, cursor') },
  {
    name: 'deadlock',
    how: 'two tables are locked in the order opposite to that of the sync',
    seconds: 4,
    async begin(rig) {
      const client = await holding(rig, `begin; set local deadlock_timeout = '30s'; lock table cursor in share mode`);
      await wait(1_000);
      const second = client.query('lock table record in access exclusive mode').catch(() => {});
      return async () => {
        await second;
        await client.query('rollback').catch(() => {});
        await client.end();
      };
    },
  },
  {
    name: 'serialization',
    how: 'SQLSTATE 40001 for every page, by a trigger',
    seconds: 4,
    begin: planted('40001', 'could not serialize access'),
  },
  {
    name: 'pg-disk-full',
    how: 'the database on a tmpfs that is filled to the last page, as root',
    seconds: 6,
    refuses: { what: 'report', why: /disk of the database is full/ },
    begin: full('database'),
  },
  {
    name: 'pg-disk-full-said',
    how: 'SQLSTATE 53100 for every page, by a trigger, as an ordinary user',
    seconds: 4,
    begin: planted('53100', 'no space left on device'),
  },
  {
    name: 'pg-latency',
    how: 'the cable delays each piece by 200 ms',
    seconds: 8,
    async begin({ line }) {
      line.delay(200);
      return async () => line.delay(0);
    },
  },
  {
    name: 'pg-black-hole',
    how: 'the cable holds everything back for 60 s',
    seconds: 60,
    async begin({ line }) {
      line.hold();
      return async () => line.release();
    },
  },
  {
    name: 'pg-reset',
    how: 'the cable resets all connections, each second',
    seconds: 3,
    async begin({ line }) {
      for (let i = 0; i < 3; i++) {
        line.reset();
        await wait(1_000);
      }
      return nothing;
    },
  },
];
