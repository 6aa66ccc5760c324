import type { DataSource } from 'typeorm';
import type { BatonServer } from '../running/baton-server.js';

/** What a server holds at a moment. */
export interface Reading {
  /** Seconds, by a clock of its own. */
  at: number;
  megabytes: number;
  heapMegabytes: number;
  handles: number;
  /** Milliseconds that the event loop was late, the 99th of a hundred, since the last look. */
  loopP99: number;
  /** Connections that are not idle, and work that waits for one. */
  busy: number;
  /** Rows by table. */
  rows: Record<string, number>;
}

/** What could grow without anybody asking for it. */
const TABLES = [
  'session',
  'throttle',
  'derivation',
  'audit_entry',
  'sync_run',
  'stream_run',
  'report_delivery',
  'sign_in_link',
  'kept_row',
];
const MEGABYTE = 1e6;

export async function read({ server, db, metrics }: { server: BatonServer; db: DataSource; metrics: string }): Promise<Reading> {
  const text = await (await fetch(metrics)).text();
  const value = (line: string) =>
    Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${line} `))
        ?.split(' ')
        .at(-1) ?? Number.NaN,
    );
  const pool = (name: string, state: string) => value(`baton_pool_connections{pool="${name}",state="${state}"}`);
  const busyOf = (name: string) => pool(name, 'total') - pool(name, 'idle') + pool(name, 'waiting');
  const rows: Record<string, number> = {};
  for (const table of TABLES) {
    const [row]: { count: number }[] = await db.query(`select count(*)::int as count from ${table}`);
    rows[table] = row?.count ?? 0;
  }
  return {
    at: performance.now() / 1000,
    megabytes: (await server.memory()) / MEGABYTE,
    heapMegabytes: value('nodejs_heap_size_used_bytes') / MEGABYTE,
    handles: value('nodejs_active_handles_total'),
    loopP99: value('nodejs_eventloop_lag_p99_seconds') * 1000,
    busy: busyOf('requests') + busyOf('long work'),
    rows,
  };
}
