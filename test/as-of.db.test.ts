import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveHandoffs } from '../etl/handoff/derive.js';
import { Cursor, type Handoff, Restatement, Source, Workspace } from '../etl/warehouse/index.js';
import { Snapshots } from '../server/handoff/snapshots.js';
import { EVERYTHING } from '../server/handoff/visibility.js';
import { allAnswers } from '../server/kpi/answer.js';
import { kpiQuery } from '../server/kpi/kpi.schema.js';
import { anyLived, type Lived, MOMENTS, momentAt, PARTIES } from './any-history.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { type FactBook, factBook } from './fact-book.js';

/** HISTORIES=500 looks for others, each time elsewhere. */
const explored = (numRuns: number) =>
  process.env.HISTORIES ? { numRuns: Number(process.env.HISTORIES) } : { numRuns, seed: 20261122, endOnFailure: true };

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.db.destroy());

const NOW = new Date('2026-06-01T00:00:00Z');

/** A company that is read in steps; what its tools say may be corrected between two. */
class Company {
  private readonly told = new Map<string, Lived>();
  private readonly written = new Map<string, Row>();
  readonly snapshots: Snapshots;

  private constructor(
    readonly db: DataSource,
    readonly book: FactBook,
    readonly workspace: Workspace,
  ) {
    this.snapshots = new Snapshots(db);
  }

  static async begin(db: DataSource): Promise<Company> {
    const book = await factBook(db);
    const { workspaceId } = book;
    const workspace = await db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
    await db.getRepository(Source).insert({ workspaceId, id: 'crm', kind: 'hubspot', name: 'CRM', createdAt: new Date('2024-01-01') });
    return new Company(db, book, workspace);
  }

  /** Everything the tools know at `cut` is read; the facts replace those of the same names. Returns when it was derived. */
  async read(cut: Date, facts: Lived[] = []): Promise<Date> {
    for (const fact of facts) this.told.set(`${fact.table.name} ${fact.externalId}`, fact);
    const byTable = new Map<Lived['table'], Row[]>();
    for (const [key, fact] of this.told) {
      const before = this.written.get(key);
      const row = rowOf(fact, cut) ?? (before && { ...before, deletedAt: cut });
      if (!row) continue;
      this.written.set(key, row);
      byTable.set(fact.table, [...(byTable.get(fact.table) ?? []), row]);
    }
    for (const [table, rows] of byTable) await this.book.tell(table, ...rows);
    const cursor = { workspaceId: this.workspace.id, sourceId: 'crm', stream: 'all', position: {}, movedAt: cut, completeAt: cut };
    await this.db.getRepository(Cursor).upsert(cursor, ['workspaceId', 'sourceId', 'stream']);
    const at = new Date(cut.getTime() + 3_600_000);
    await deriveHandoffs(this.db, this.workspace.id, { at });
    return at;
  }

  /** All KPIs with their trends and groups, but for when they were asked. */
  async answer(asOf: Date, knownAt?: Date): Promise<unknown> {
    const ground = { db: this.db, snapshots: this.snapshots, now: NOW, visibility: EVERYTHING };
    const query = kpiQuery.parse({ asOf: asOf.toISOString(), knownAt: knownAt?.toISOString(), by: 'segment' });
    const { scope: _, ...answers } = await allAnswers(ground, this.workspace, query);
    return JSON.parse(JSON.stringify(answers, (name, value) => (name === 'restated' ? undefined : value)));
  }

  /** What each handoff says of the time up to a moment. */
  async past(moment: Date): Promise<Map<string, unknown>> {
    const rows = await this.db.query<Handoff[]>('select to_jsonb(h) as h from handoff h where workspace_id = $1 and removed_at is null', [
      this.workspace.id,
    ]);
    const seen = rows.map((row) => pastOf((row as unknown as { h: Record<string, unknown> }).h, moment));
    return new Map(seen.flatMap((one) => (one.won_at === null ? [] : [[String(one.id), one]])));
  }

  restated(): Promise<Restatement[]> {
    return this.db.getRepository(Restatement).find({ where: { workspaceId: this.workspace.id }, order: { revision: 'ASC' } });
  }
}

type Row = { externalId: string } & Record<string, unknown>;

function rowOf(fact: Lived, cut: Date): Row | null {
  const row = fact.at(cut);
  return row && { ...row, externalId: fact.externalId };
}

const NOT_TOLD = ['revision', 'name', 'account_name', 'account_id', 'amount', 't0_source', 'workspace_id'];

function pastOf(row: Record<string, unknown>, moment: Date): Record<string, unknown> {
  const later = (value: unknown) => typeof value === 'string' && new Date(value) > moment;
  const past = Object.entries(row).map(([name, value]): [string, unknown] => {
    if (NOT_TOLD.includes(name)) return [name, null];
    if (name === 'brief_section_at') return [name, (value as string[]).map((one) => (later(one) ? null : one))];
    if (name === 'repeat_tier') return [name, (value as string[]).filter((_, i) => !later((row.repeat_at as string[])[i]))];
    if (name.startsWith('survey_') && later(row.survey_answered_at) && name !== 'survey_asked_at') return [name, null];
    if (Array.isArray(value)) return [name, value.filter((one) => !later(one))];
    return [name, name.endsWith('_at') && later(value) ? null : value];
  });
  const seen = Object.fromEntries(past);
  return row.survey_answered_at === null ? { ...seen, survey_satisfied: null, survey_score: null } : seen;
}

const facts = (minLength: number, maxLength: number) => fc.array(anyLived, { minLength, maxLength }).map((lists) => lists.flat());
const cuts = (length: number) =>
  fc
    .uniqueArray(
      fc.nat(MOMENTS - 20).map((n) => n + 20),
      { minLength: length, maxLength: length },
    )
    .map((ns) => ns.sort((a, b) => a - b));
/** A moment no later than the first reading. */
const before = (cut: number) => fc.integer({ min: 10, max: cut }).map(momentAt);

test('a past moment is told the same after every later reading that only adds what happened since', async () => {
  const histories = cuts(4).chain((ns) => fc.record({ told: facts(30, 60), ns: fc.constant(ns), asked: before(ns[0] ?? 20) }));
  await fc.assert(
    fc.asyncProperty(histories, async ({ told, ns, asked }) => {
      const company = await Company.begin(fresh.db);
      const [first = 0, ...later] = ns;
      await company.read(momentAt(first), [...PARTIES, ...told]);
      const [answer, past] = [await company.answer(asked), await company.past(momentAt(first))];
      for (const n of later) {
        await company.read(momentAt(n));
        expect(await company.past(momentAt(first))).toEqual(past);
        expect(await company.answer(asked)).toEqual(answer);
      }
      expect(await company.restated()).toEqual([]);
    }),
    explored(6),
  );
}, 300_000);

test('a corrected past is a restatement of exactly the handoffs it changed, and what was told before can still be told', async () => {
  const histories = cuts(4).chain((ns) =>
    fc.record({
      told: facts(30, 60),
      ns: fc.constant(ns),
      corrections: fc.array(facts(0, 5), { minLength: 3, maxLength: 3 }),
      asked: before(ns[0] ?? 20),
    }),
  );
  let restated = 0;
  await fc.assert(
    fc.asyncProperty(histories, async ({ told, ns, corrections, asked }) => {
      const company = await Company.begin(fresh.db);
      const given: { knownAt: Date; asOf: Date; answer: unknown }[] = [];
      const note = async (knownAt: Date, cut: Date) => {
        for (const asOf of [asked, cut]) given.push({ knownAt, asOf, answer: await company.answer(asOf) });
      };
      let [cut, ...rest] = ns.map(momentAt) as [Date, ...Date[]];
      await note(await company.read(cut, [...PARTIES, ...told]), cut);
      for (const [i, next] of rest.entries()) {
        const [past, found] = [await company.past(cut), (await company.restated()).length];
        const knownAt = await company.read(next, corrections[i]);
        const [now, all] = [await company.past(cut), await company.restated()];
        const ids = [...new Set([...past.keys(), ...now.keys()])];
        const changed = ids.filter((id) => JSON.stringify(past.get(id)) !== JSON.stringify(now.get(id)));
        const named = all.slice(found).map(({ handoffId }) => handoffId);
        expect(named.sort()).toEqual(changed.sort());
        if (changed.length === 0) expect(await company.answer(asked)).toEqual(given[given.length - 2]?.answer);
        restated += named.length;
        cut = next;
        await note(knownAt, cut);
      }
      for (const { knownAt, asOf, answer } of given) expect(await company.answer(asOf, knownAt)).toEqual(answer);
    }),
    explored(6),
  );
  expect(restated).toBeGreaterThan(10);
}, 300_000);
