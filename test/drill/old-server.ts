import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface OldServer {
  /** Ends it and says how it went. */
  stop(): Promise<Served>;
}

export interface Served {
  reads: number;
  writes: number;
  failures: string[];
  /** Milliseconds of the slowest statement, and of the longest wait for a lock that Postgres saw. */
  slowest: number;
  longestWait: number;
}

const PER_SECOND = 20;

/** Rows that the load writes, which are no part of what must stay. */
export const OF_THE_LOAD: Record<string, string> = {
  record: `source_id = 'load'`,
  deal: `source_id = 'load'`,
  pending_change: `source_id = 'load'`,
  handoff_event: `source_id = 'load'`,
  report_delivery: `recipient = 'load@x.example'`,
  session: `sess ->> 'load' = 'yes'`,
};

/** Twenty requests a second as the first Baton made them, reads and writes, and now and then a read that takes seconds. */
export function oldServer(url: string, workspaceId: string): OldServer {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  pool.on('error', () => {});
  const served: Served = { reads: 0, writes: 0, failures: [], slowest: 0, longestWait: 0 };
  let running = true;
  const timed = async (kind: 'reads' | 'writes', work: () => Promise<unknown>) => {
    const before = performance.now();
    try {
      await work();
      served[kind] += 1;
    } catch (error) {
      served.failures.push(`${kind}: ${(error as Error).message}`);
    }
    served.slowest = Math.max(served.slowest, performance.now() - before);
  };
  const under = new Map<Promise<void>, Request>();
  const begin = (request: Request, n: number) => {
    if (request.whole && [...under.values()].includes(request)) return;
    const work = timed(request.kind, () => request.run(pool, workspaceId, n));
    under.set(work, request);
    void work.finally(() => under.delete(work));
  };
  const load = async () => {
    for (let n = 0; running; n++) {
      const request = REQUESTS[n % REQUESTS.length];
      if (request) begin(request, n);
      await wait(1000 / PER_SECOND);
    }
  };
  const readLong = async () => {
    while (running) {
      await pool.query('select count(*), pg_sleep(2.5) from (select 1 from deal limit 1) d').catch(() => {});
      await wait(1000);
    }
  };
  const watch = async () => {
    while (running) {
      const { rows } = await pool
        .query<{ longest: number | null }>(
          // What the migration waits for itself delays nobody but it.
          `select max(extract(epoch from clock_timestamp() - waitstart) * 1000)::float8 as longest
           from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.application_name <> 'baton'`,
        )
        .catch(() => ({ rows: [] }));
      served.longestWait = Math.max(served.longestWait, rows[0]?.longest ?? 0);
      await wait(20);
    }
  };
  const all = Promise.all([load(), readLong(), watch()]);
  return {
    async stop() {
      running = false;
      await all;
      await Promise.all(under.keys());
      await pool.end();
      return served;
    },
  };
}

interface Request {
  kind: 'reads' | 'writes';
  /** Reads a table from end to end, and is not asked again before it was answered: at millions of rows nothing else would come through. */
  whole?: boolean;
  run(pool: pg.Pool, workspaceId: string, n: number): Promise<unknown>;
}

const REQUESTS: Request[] = [
  { kind: 'writes', run: (pool, workspaceId, n) => together(pool, PAGE, [workspaceId, `load${n % 500}`, n]) },
  {
    kind: 'reads',
    run: (pool, workspaceId) =>
      pool.query('select id, name, won_at from handoff where workspace_id = $1 and removed_at is null order by won_at desc, id limit 50', [
        workspaceId,
      ]),
  },
  { kind: 'writes', run: (pool, workspaceId, n) => together(pool, MAIL, [workspaceId, n]) },
  {
    kind: 'reads',
    run: (pool, workspaceId, n) =>
      pool.query(`select payload from record where workspace_id = $1 and source_id = 's' and stream = 'deals' and external_id = $2`, [
        workspaceId,
        `r${3 * n}`,
      ]),
  },
  {
    kind: 'writes',
    run: (pool, workspaceId, n) =>
      pool.query(
        `insert into session (sid, sess, expire) values ($1, json_build_object('workspaceId', $2::text, 'load', 'yes'), now() + interval '1 day') on conflict (sid) do update set sess = excluded.sess`,
        [`load${n}`, workspaceId],
      ),
  },
  {
    kind: 'reads',
    whole: true,
    run: (pool, workspaceId) =>
      pool.query('select stream, count(*) from record where workspace_id = $1 and deleted_at is null group by 1', [workspaceId]),
  },
  { kind: 'reads', run: (pool, workspaceId) => pool.query('select * from report where workspace_id = $1', [workspaceId]) },
  {
    kind: 'writes',
    run: (pool, workspaceId, n) =>
      pool.query(
        `insert into handoff_event (workspace_id, handoff_id, kind, source_id, fact_id, at, stream, record_id) values ($1, 'h1', 'contact', 'load', $2, now(), 's', 's') on conflict do nothing`,
        [workspaceId, `load${n}`],
      ),
  },
];

/** A page of a sync: the record and its fact together. */
const PAGE = [
  `insert into record (workspace_id, source_id, stream, external_id, payload, hash, read_at) values ($1, 'load', 's', $2, jsonb_build_object('n', $3::int), md5($3::text), now())
   on conflict (workspace_id, source_id, stream, external_id) do update set payload = excluded.payload, hash = excluded.hash`,
  `insert into deal (workspace_id, source_id, external_id, stream, record_id, name) values ($1, 'load', $2, 's', $2, $3::int::text)
   on conflict (workspace_id, source_id, external_id) do update set name = excluded.name`,
  `insert into pending_change (workspace_id, source_id, stream, record_id) values ($1, 'load', 's', $2 || left($3::int::text, 0)) on conflict do nothing`,
];

/** A mail in the ledger: owed, then sent. */
const MAIL = [
  `insert into report_delivery (workspace_id, report_id, slot, recipient, status) values ($1, $1, now() + $2::int * interval '1 second', 'load@x.example', 'pending')
   on conflict do nothing`,
  `update report_delivery set status = 'sent', sent_at = now(), attempts = $2::int where workspace_id = $1 and recipient = 'load@x.example' and status = 'pending'`,
];

async function together(pool: pg.Pool, statements: string[], parameters: unknown[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const sql of statements) await client.query(sql, parameters);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
