import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../etl/warehouse/index.js';
import { type Cell, groupBy, SHAPES } from '../../test/bench/kpi-group-by.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { toSeconds } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';
import { Snapshots } from '../handoff/snapshots.js';
import { count } from './count.js';
import type { Counts, Kpi } from './kpi.js';
import { kpisOn } from './kpis.js';
import { select } from './select.js';
import { positionOf, type Selection } from './selection.js';

const UNTIL = new Date('2026-06-01T12:34:56.789Z');
const DAY = 86_400_000;

let base: TestDatabase;
let workspace: Workspace;
let snapshot: Snapshot;

beforeAll(async () => {
  base = await freshDatabase();
  workspace = await syntheticWorkspace(base.db, { count: 3000, until: UNTIL });
  snapshot = await new Snapshots(base.db).of(workspace.id);
});

afterAll(() => base.db.destroy());

const values = {
  segment: ['standard', 'enterprise'],
  owner: [null, 'Rep 3', 'Rep 9'],
  csm: [null, 'CSM 1', 'CSM 77'],
  region: [null, 'EMEA', 'APAC'],
  industry: ['Industry 2', 'Industry 5', 'nobody'],
  currency: ['EUR', null],
};

const filter = fc.constantFrom(...Object.keys(values)).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    values: fc.subarray<string | null>(values[dimension as keyof typeof values], { minLength: 1 }),
  }),
);

const question = fc.record({
  asOf: fc.integer({ min: -1000 * DAY, max: 5 * DAY }).map((ms) => new Date(UNTIL.getTime() + ms)),
  lag: fc.integer({ min: -2 * DAY, max: 20 * DAY }),
  filters: fc.uniqueArray(filter, { maxLength: 2, selector: (one) => one.dimension }),
  by: fc.constantFrom('segment', 'csm', 'region', 'nowhere'),
  cuts: fc
    .uniqueArray(fc.integer({ min: 0, max: 1010 }), { minLength: 2, maxLength: 12 })
    .map((days) => days.sort((a, b) => b - a).map((ago) => new Date(UNTIL.getTime() - ago * DAY))),
});

/** Counts as lines that can be compared: period or value, maturity, bin, count. */
function lines(name: number | string | null, counts: Counts): string[] {
  return [...counts.all].flatMap((all, bin) => {
    const mature = counts.mature[bin] ?? 0;
    return [...(mature > 0 ? [`${name} true ${bin} ${mature}`] : []), ...(all > mature ? [`${name} false ${bin} ${all - mature}`] : [])];
  });
}

function folded(cells: readonly Cell[], name: (cell: Cell) => number | string | null): string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const key = `${name(cell)} ${cell.mature} ${cell.bin}`;
    sums.set(key, (sums.get(key) ?? 0) + cell.count);
  }
  return [...sums].map(([key, sum]) => `${key} ${sum}`).sort();
}

/** Each KPI, and each detail that looks for itself where no other looks the same way. */
const observations = new Map<Kpi['observe'], [string, Pick<Kpi, 'observe' | 'windowDays'>]>();
for (const kpi of kpisOn(BUILT_IN_TERMS)) {
  const { observe, windowDays } = kpi;
  observations.set(observe, [kpi.id, { observe, windowDays }]);
  for (const { id, observe: own } of kpi.details)
    if (own && !observations.has(own)) observations.set(own, [`${kpi.id}/${id}`, { observe: own, windowDays }]);
}

test('every observation is said in SQL too, and nothing else is', () => {
  expect([...observations.values()].map(([id]) => id).sort()).toEqual(Object.keys(SHAPES).sort());
});

describe.each([...observations.values()])('counts of %s', (id, kpi) => {
  test('equal those of one GROUP BY in Postgres, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ asOf, lag, filters, by, cuts }) => {
        const until = new Date(Math.min(asOf.getTime(), asOf.getTime() - lag));
        const rows = select(snapshot, filters, snapshot.firstWonFrom(toSeconds(asOf) + 1));
        const selection: Selection = { snapshot, rows, until: toSeconds(until), read: true };
        const positions = cuts.map((cut) => positionOf(selection, toSeconds(cut)));
        const ranges = positions.slice(1).map((to, i) => ({ from: positions[i] ?? 0, to }));
        const whole = { from: positions[0] ?? 0, to: positions.at(-1) ?? 0 };
        const dictionary = snapshot.dimension(by) ?? { values: [null], codes: new Uint8Array(snapshot.count) };
        const counted = count(selection, kpi, { ranges, by: { range: whole, dictionary } });

        const cells = await groupBy(base.db, id, { workspaceId: workspace.id, asOf, until, filters, by, cuts: cuts.map(wholeSecond) });
        const inside = cells.filter(({ period }) => period > 0 && period < cuts.length);
        expect(counted.ranges.flatMap((counts, i) => lines(i + 1, counts)).sort()).toEqual(folded(inside, (cell) => cell.period));
        const groups = [...counted.groups].flatMap(([code, counts]) => lines(dictionary.values[code] ?? null, counts));
        expect(groups.sort()).toEqual(folded(inside, (cell) => cell.value));
      }),
      { numRuns: 15 },
    );
  });

  test('of groups add up to those of the whole', () => {
    const selection: Selection = { snapshot, rows: select(snapshot, [], snapshot.count), until: toSeconds(UNTIL), read: true };
    const range = { from: 100, to: snapshot.count };
    const dictionary = snapshot.dimension('csm');
    if (!dictionary) throw new Error('handoffs have CSMs');
    const { ranges, groups } = count(selection, kpi, { ranges: [range], by: { range, dictionary } });
    const sum = new Int32Array(kpi.observe.bins);
    for (const { all } of groups.values()) for (const [bin, handoffs] of all.entries()) sum[bin] = (sum[bin] ?? 0) + handoffs;
    expect(sum).toEqual(ranges[0]?.all);
    expect(sum.reduce((total, handoffs) => total + handoffs, 0)).toBe(snapshot.count - 100);
  });
});

const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);
