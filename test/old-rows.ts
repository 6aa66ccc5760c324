import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Rows as the first Baton wrote them, so many in each of the large tables. Answers the workspace. */
export async function fillOldest(db: DataSource, count: number): Promise<string> {
  const id = randomUUID();
  const fill = (sql: string) => db.query(sql.replaceAll('$count', String(count)).replaceAll('$w', `'${id}'::uuid`));
  const record = `$w, 's', (array['deals', 'tickets', 'people'])[1 + i % 3], 'r' || i`;
  await fill(`insert into workspace (id, name, time_zone, currency, created_at) values ($w, 'Old', 'Europe/Berlin', 'EUR', now())`);
  await fill(
    `insert into source (workspace_id, id, kind, name, settings, credentials, created_at) values ($w, 's', 'hubspot', 'S', '{"a": 1}', '\\xdeadbeef', now())`,
  );
  await fill(`insert into sync_run (workspace_id, id, source_id, trigger, started_at, heartbeat_at, ended_at, outcome)
    select $w, md5(i::text)::uuid, 's', 'schedule', now() - i * interval '1 hour', now(), now(), 'succeeded' from generate_series(1, least(2000, $count)) i`);
  await fill(
    `insert into stream_run (workspace_id, run_id, stream, started_at, read_count) select $w, md5(i::text)::uuid, 'deals', now(), i from generate_series(1, least(2000, $count)) i`,
  );
  await fill(`insert into cursor values ($w, 's', 'deals', '{"at": 1}', now(), now())`);
  await fill(`insert into record (workspace_id, source_id, stream, external_id, payload, hash, source_at, read_at, deleted_at)
    select ${record}, jsonb_build_object('id', i, 'name', 'Deal ' || i, 'note', repeat(md5(i::text), 8)), md5(i::text), now() - i * interval '1 minute', now(),
      case when i % 50 = 0 then now() end from generate_series(1, $count) i`);
  await fill(`insert into person (workspace_id, source_id, external_id, stream, record_id, name, email, internal, active)
    select $w, 's', 'p' || i, 'people', 'r' || i, 'Person ' || i, 'p' || i || '@x.example', i % 10 = 0, true from generate_series(1, $count / 2) i`);
  await fill(`insert into deal (workspace_id, source_id, external_id, stream, record_id, name, won, amount, closed_at, dimensions)
    select $w, 's', 'd' || i, 'deals', 'r' || i, 'Deal ' || i, i % 3 = 0, i * 1.25, now() - i * interval '1 hour', '{"segment": "x"}' from generate_series(1, $count) i`);
  await fill(`insert into message (workspace_id, source_id, external_id, stream, record_id, ticket_external_id, from_customer, visible, sent_at, body)
    select $w, 's', 'm' || i, 'tickets', 'r' || i, 't' || (i / 5), i % 2 = 0, true, now() - i * interval '1 minute', repeat(md5(i::text), 4) from generate_series(1, $count) i`);
  await fill(`insert into event (workspace_id, source_id, external_id, stream, record_id, kind, at, detail)
    select $w, 's', 'e' || i, 'deals', 'r' || i, (array['owner-named', 'meeting', 'note'])[1 + i % 3], now(), 'p' || i from generate_series(1, $count) i`);
  await fill(
    `insert into account (workspace_id, id, name) select $w, md5(i::text)::uuid, 'Account ' || i from generate_series(1, $count / 2) i`,
  );
  await fill(`insert into handoff (workspace_id, id, source_id, deal_external_id, account_id, name, account_name, won_at, t0_source, segment, contact_at, revision)
    select $w, 'h' || i, 's', 'd' || i, md5((i / 2)::text)::uuid, 'Deal ' || i, 'Account', now() - i * interval '1 hour', 'closed', 'smb', array[now(), now()], 1 from generate_series(1, $count) i`);
  await fill(`insert into handoff_event (workspace_id, handoff_id, kind, source_id, fact_id, at, stream, record_id)
    select $w, 'h' || (1 + i % $count), 'contact', 's', 'f' || i, now(), 'deals', 'r' || i from generate_series(1, 2 * $count) i`);
  await fill(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, created_at, owed_from) values ($w, $w, 'r', '{a@x.example}', 'UTC', '0 8 * * 1', now(), now())`,
  );
  await fill(
    `insert into report_delivery (workspace_id, report_id, slot, recipient, status) select $w, $w, now() - i * interval '1 week', 'a@x.example', 'sent' from generate_series(1, 500) i`,
  );
  await fill(
    `insert into session (sid, sess, expire) select 'sid' || i, json_build_object('workspaceId', $w::text, 'signedInAt', i, 'cookie', repeat('x', 200)), now() + interval '20 days' from generate_series(1, $count / 5) i`,
  );
  await db.query('analyze');
  return id;
}

/** Of tables and the columns they have; ids of sessions are hashed anew by a migration, and nothing else of an old row is changed. */
export async function columnsOf(db: DataSource): Promise<Map<string, string[]>> {
  const rows = await db.query<{ name: string; columns: string[] }[]>(
    `select c.relname::text as name, array_agg(attname::text order by attnum) as columns
     from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migrations') group by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns.filter((column) => `${name}.${column}` !== 'session.sid')]));
}

/** A hash of the rows of each table over these columns, for rows that `where` names. */
export async function hashesOver(
  db: DataSource,
  columns: ReadonlyMap<string, string[]>,
  without: Record<string, string> = {},
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [name, listed] of columns) {
    const [row] = await db.query<{ hash: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as hash
       from (select md5(row(${listed.join(', ')})::text) as line from ${name} where not (${without[name] ?? 'false'})) l`,
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}
