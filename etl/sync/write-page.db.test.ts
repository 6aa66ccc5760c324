import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { beforeEach, expect, test } from 'vitest';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import type { Position, ReadRecord, Stream } from '../source/source.js';
import { Deal, Event, Ticket } from '../warehouse/index.js';
import { type Lease, takeLease } from './lease.js';
import { readPage } from './page-record.js';
import { writePage } from './write-page.js';

const at = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-03-02T00:00:00Z');

interface Payload {
  id?: string;
  name?: unknown;
  changedAt?: string;
  dimensions?: Record<string, string>;
  events?: string[];
  amount?: string;
  at?: unknown;
}

/** A made-up vendor whose record is a deal and its events. */
const stream: Stream = {
  name: 'vendor.deals',
  async *pages() {},
  idOf: (payload) => (payload as Payload).id ?? null,
  read(payload): ReadRecord {
    const { id, name, changedAt, dimensions = {}, events = [], amount, ...rest } = payload as Payload;
    if (!id || typeof name !== 'string') throw new Error('name is not text');
    const eventAt = 'at' in rest ? rest.at : at;
    return {
      externalId: id,
      changedAt: changedAt ? new Date(changedAt) : null,
      deletedAt: null,
      url: null,
      rows: [
        { table: Deal, rows: [{ externalId: id, name, dimensions, amount }] },
        { table: Event, rows: events.map((kind) => ({ externalId: `${id}:${kind}`, kind, at: eventAt, dealExternalId: id })) },
      ],
    };
  },
};

let db: DataSource;
let workspaceId: string;
let lease: Lease;
beforeEach(async () => {
  ({ db } = await testDatabase());
  workspaceId = await addWorkspace(db, { createdAt: at });
  lease = await takeLease(db, { workspaceId, sourceId: 'crm', trigger: 'hand', at });
  return () => lease.end({ at, outcome: 'succeeded', errorKind: null, error: null });
});

const write = (payloads: unknown[], { position = null as Position | null, when = at, read = stream } = {}) =>
  writePage(db, {
    workspaceId,
    sourceId: 'crm',
    stream: read.name,
    runId: lease.runId,
    page: readPage(read, payloads),
    position,
    at: when,
  });

const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
const deals = () =>
  rows(`select external_id, name, amount, dimensions, stream, record_id from deal where workspace_id = $1 order by external_id`);
const rejected = () => rows(`select external_id, reason, resolved_at from rejected_record where workspace_id = $1 order by external_id`);

test('a page, its evidence, its cursor and what is pending land together', async () => {
  await write([{ id: '1', name: 'One', amount: '12.50', dimensions: { product: 'Core' } }], { position: { after: '1' } });
  expect(await deals()).toEqual([
    { external_id: '1', name: 'One', amount: '12.50', dimensions: { product: 'Core' }, stream: 'vendor.deals', record_id: '1' },
  ]);
  expect(await rows(`select position, complete_at from cursor where workspace_id = $1`)).toEqual([
    { position: { after: '1' }, complete_at: null },
  ]);
  expect(await rows(`select stream, record_id from pending_change where workspace_id = $1`)).toEqual([
    { stream: 'vendor.deals', record_id: '1' },
  ]);
});

test('an empty page only moves the cursor', async () => {
  expect(await write([], { position: { after: '9' } })).toEqual({ writtenCount: 0, rejectedCount: 0, goneCount: 0 });
  expect(await rows(`select position from cursor where workspace_id = $1`)).toEqual([{ position: { after: '9' } }]);
});

test('an unchanged record is not written again', async () => {
  await write([{ id: '1', name: 'One' }]);
  await rows(`delete from pending_change where workspace_id = $1`);
  expect(await write([{ id: '1', name: 'One' }], { when: later })).toEqual({ writtenCount: 0, rejectedCount: 0, goneCount: 0 });
  expect(await rows(`select read_at from record where workspace_id = $1`)).toEqual([{ read_at: at }]);
  expect(await rows(`select 1 from pending_change where workspace_id = $1`)).toEqual([]);
});

test('a record is written again when something else is read from the same payload', async () => {
  await write([{ id: '1', name: 'One' }]);
  const read: Stream['read'] = (payload) => ({
    ...stream.read(payload),
    rows: [{ table: Deal, rows: [{ externalId: '1', name: 'Uno' }] }],
  });
  expect(await write([{ id: '1', name: 'One' }], { read: { ...stream, read } })).toMatchObject({ writtenCount: 1 });
  expect(await deals()).toMatchObject([{ name: 'Uno' }]);
});

test('what a changed record does not say any more is gone, and nothing else', async () => {
  await write([
    { id: '1', name: 'One', events: ['first-value', 'churned'] },
    { id: '2', name: 'Two', events: ['churned'] },
  ]);
  await write([{ id: '1', name: 'One', events: ['first-value'] }]);
  const left = await rows(`select external_id from event where workspace_id = $1 order by external_id`);
  expect(left.map((row) => row.external_id)).toEqual(['1:first-value', '2:churned']);
});

test('a record that says nothing any more keeps nothing', async () => {
  await write([{ id: '1', name: 'One', events: ['churned'] }]);
  const read: Stream['read'] = (payload) => ({ ...stream.read(payload), rows: [] });
  await write([{ id: '1', name: 'None' }], { read: { ...stream, read } });
  expect(await deals()).toEqual([]);
  expect(await rows(`select 1 from event where workspace_id = $1`)).toEqual([]);
});

test('a state older than the stored one is not news', async () => {
  await write([{ id: '1', name: 'New', changedAt: '2026-02-02T00:00:00Z' }]);
  expect(await write([{ id: '1', name: 'Old', changedAt: '2026-02-01T00:00:00Z' }])).toMatchObject({ writtenCount: 0 });
  expect(await deals()).toMatchObject([{ name: 'New' }]);
});

test('a stored payload under another mapping is written whatever its age is said to be, as read when it was', async () => {
  await write([{ id: '1', name: 'New', changedAt: '2026-02-02T00:00:00Z' }]);
  const { accepted } = readPage(stream, [{ id: '1', name: 'Mapped', changedAt: '2026-02-01T00:00:00Z' }]);
  const page = { accepted: accepted.map((given) => ({ ...given, stored: { readAt: at } })), rejected: [] };
  const key = { workspaceId, sourceId: 'crm', stream: stream.name, runId: lease.runId };
  expect(await writePage(db, { ...key, page, position: null, at: later })).toMatchObject({ writtenCount: 1 });
  expect(await deals()).toMatchObject([{ name: 'Mapped' }]);
  expect(await rows(`select read_at from record where workspace_id = $1`)).toEqual([{ read_at: at }]);
});

test('a record that comes twice on a page counts as it came last', async () => {
  expect(
    await write([
      { id: '1', name: 'First' },
      { id: '1', name: 'Last' },
    ]),
  ).toMatchObject({ writtenCount: 1 });
  expect(await deals()).toMatchObject([{ name: 'Last' }]);
});

test('a record that cannot be read is kept as rejected with the reason, and resolved when it passes', async () => {
  expect(await write([{ id: '1', name: 7 }, { id: '2', name: 'Two' }, { name: 'nameless' }])).toEqual({
    writtenCount: 1,
    rejectedCount: 2,
    goneCount: 0,
  });
  expect(await rejected()).toEqual([
    { external_id: '1', reason: 'vendor.deals: record 1: name is not text', resolved_at: null },
    { external_id: expect.stringMatching(/^without id/), reason: expect.stringContaining('name is not text'), resolved_at: null },
  ]);
  await write([{ id: '1', name: 'One' }], { when: later });
  expect(await rejected()).toMatchObject([{ external_id: '1', resolved_at: later }, { resolved_at: null }]);
});

test.each([
  ['a moment that is none', { id: '1', name: 'One', events: ['churned'], at: null }, 'event.at is missing'],
  ['a time of change that is no moment', { id: '1', name: 'One', changedAt: 'yesterday' }, 'its time of change is no moment'],
  ['an invalid date', { id: '1', name: 'One', events: ['churned'], at: new Date(Number.NaN) }, 'Invalid time value'],
  ['an amount that is no number', { id: '1', name: 'One', amount: 'NaN' }, 'deal.amount: "NaN" is not a number'],
  ['an id too large for an index', { id: '1', name: 'One', events: [longId()] }, 'the database refuses it'],
  ['a time beyond Postgres', { id: '1', name: 'One', events: ['churned'], at: '999999-01-01T00:00:00Z' }, 'the database refuses it'],
])('%s costs its record only', async (_, bad, reason) => {
  const page = [{ id: '0', name: 'Zero' }, bad, ...Array.from({ length: 5 }, (_, n) => ({ id: `${n + 2}`, name: 'Other' }))];
  expect(await write(page, { position: { after: 'x' } })).toEqual({ writtenCount: 6, rejectedCount: 1, goneCount: 0 });
  expect(await deals()).toHaveLength(6);
  expect(await rejected()).toEqual([{ external_id: '1', reason: expect.stringContaining(reason), resolved_at: null }]);
  expect(await rows(`select position from cursor where workspace_id = $1`)).toEqual([{ position: { after: 'x' } }]);
});

/** Does not compress, so that it cannot hide in an index page. */
function longId(): string {
  return Array.from({ length: 200 }, (_, n) => createHash('sha512').update(String(n)).digest('base64')).join('');
}

test('what Postgres cannot hold is replaced, in the payload and in the facts', async () => {
  const name = 'a\u0000b \ud83d c \ude00 \u{1f680} \\u0000 ünï';
  await write([{ id: '1', name, dimensions: { 'k\u0000': '\ud800' }, huge: Number.POSITIVE_INFINITY, big: 2 ** 60 }]);
  expect(await deals()).toMatchObject([{ name: 'a\ufffdb \ufffd c \ufffd \u{1f680} \\u0000 ünï', dimensions: { 'k\ufffd': '\ufffd' } }]);
  expect(await rejected()).toEqual([]);
});

test('any text comes back as it was written', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((given) => !given.includes('\u0000'));
  const tricky = fc.oneof(text, fc.constantFrom('\\N', '\\.', 'a\tb', 'a\nb\r\n', '{"x"}', ',', 'null', '\\\\', '"'));
  await fc.assert(
    fc.asyncProperty(fc.uuid(), tricky, fc.array(tricky, { maxLength: 4 }), async (id, subject, tags) => {
      const read: Stream['read'] = () => ({
        externalId: id,
        changedAt: null,
        deletedAt: null,
        url: null,
        rows: [{ table: Ticket, rows: [{ externalId: id, subject, tags }] }],
      });
      await write([{ id, subject }], { read: { ...stream, read } });
      expect(await db.getRepository(Ticket).findOneBy({ workspaceId, externalId: id })).toMatchObject({ subject, tags });
    }),
    { numRuns: 60 },
  );
});

test('a page of a run that was taken over is not written', async () => {
  await rows(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1`);
  const successor = await takeLease(db, { workspaceId, sourceId: 'crm', trigger: 'hand', at: later });
  await expect(write([{ id: '1', name: 'One' }], { position: { after: '1' } })).rejects.toThrow('Another worker took this run over');
  expect(await deals()).toEqual([]);
  expect(await rows(`select 1 from cursor where workspace_id = $1`)).toEqual([]);
  await successor.end({ at: later, outcome: 'succeeded', errorKind: null, error: null });
});

test('when the cursor cannot move, nothing of its page is written', async () => {
  await db.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no cursor today'; end $$`);
  await db.query(`create trigger refuse before insert on cursor for each row execute function refuse()`);
  await expect(
    write(
      [
        { id: '1', name: 'One' },
        { id: '2', name: 7 },
      ],
      { position: { after: '2' } },
    ),
  ).rejects.toThrow('no cursor today');
  for (const table of ['record', 'deal', 'rejected_record', 'pending_change', 'cursor'])
    expect(await rows(`select 1 from ${table} where workspace_id = $1`)).toEqual([]);
});

test("a deadlock is nobody's fault: the same page is written again", async () => {
  await db.query(`create sequence passing`);
  await db.query(`create function refuse() returns trigger language plpgsql as
    $$ begin if nextval('passing') < 3 then raise exception 'deadlock' using errcode = '40P01'; end if; return new; end $$`);
  await db.query(`create trigger refuse before insert on cursor for each row execute function refuse()`);
  expect(await write([{ id: '1', name: 'One' }], { position: { after: '1' } })).toMatchObject({ writtenCount: 1 });
  expect(await deals()).toMatchObject([{ external_id: '1' }]);
});

test('a fact that moves from one record to another is kept, under the later one', async () => {
  const saying =
    (kinds: string[]): Stream['read'] =>
    (payload) => ({
      ...stream.read(payload),
      rows: [{ table: Event, rows: kinds.map((kind) => ({ externalId: kind, kind, at })) }],
    });
  await write([{ id: '1', name: 'One' }], { read: { ...stream, read: saying(['churned', 'first-value']) } });
  await write([{ id: '2', name: 'Two' }], { read: { ...stream, read: saying(['churned']) } });
  await write([{ id: '1', name: 'Uno' }], { read: { ...stream, read: saying([]) } });
  expect(await rows(`select external_id, record_id from event where workspace_id = $1`)).toEqual([
    { external_id: 'churned', record_id: '2' },
  ]);
});

test('a large write leaves statistics behind, so that the next page is not planned for an empty table', async () => {
  await write(Array.from({ length: 1_200 }, (_, n) => ({ id: `${n}`, name: 'One' })));
  const counted = () => db.query(`select relname from pg_class where relname in ('record', 'deal') and reltuples >= 1200 order by 1`);
  await db.query(`select pg_stat_force_next_flush()`);
  for (let n = 0; (await counted()).length < 2 && n < 30; n++) {
    await write(Array.from({ length: 1_000 }, (_, record) => ({ id: `${n}:${record}`, name: 'More' })));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await counted()).toEqual([{ relname: 'deal' }, { relname: 'record' }]);
});
