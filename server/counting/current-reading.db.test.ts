import { beforeEach, describe, expect, test } from 'vitest';
import { changedByHand, Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { type TestDatabase, testDatabase } from '../../test/database.js';
import { lineOf } from '../handoff/line.js';
import { Snapshots } from '../handoff/snapshots.js';
import { CurrentReading, type Timed } from './current-reading.js';

const NOW = new Date('2026-06-15T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let base: TestDatabase;
let workspaceId: string;
/** Settles what is done with the next reading before it serves. */
let prepared: Settling;
let begun: Settling;
let readings: CurrentReading;

interface Settling {
  promise: Promise<void>;
  resolve(): void;
}

function settled(): Settling {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

beforeEach(async () => {
  base = await testDatabase();
  workspaceId = (await syntheticWorkspace(base.db, { count: 20, until: NOW })).id;
  [prepared, begun] = [settled(), settled()];
  const prepare = () => {
    begun.resolve();
    return prepared.promise;
  };
  readings = new CurrentReading({ snapshots: new Snapshots(base.db), within: 10_000, prepare });
});

async function at(seconds: number, newest = false): Promise<Timed> {
  const workspace = await base.db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
  return readings.of({ workspace, now: later(seconds), newest });
}

const sync = () => base.db.query('update workspace set revision = revision + 1 where id = $1', [workspaceId]);

describe('a reading', () => {
  test('serves until the next is prepared, and then no longer', async () => {
    const first = await at(0);
    await sync();
    expect(await at(11)).toBe(first);
    await begun.promise;
    expect(await at(20)).toBe(first);
    prepared.resolve();
    const next = await at(20, true);
    expect(await at(20)).toBe(next);
    expect([BigInt(next.revision), next.takenAt]).toEqual([BigInt(first.revision) + 1n, later(11)]);
  });

  test('that is being prepared serves at once when the one before is too old', async () => {
    await at(0);
    await at(25);
    await begun.promise;
    expect((await at(31)).takenAt).toEqual(later(25));
  });

  test('is waited for by what goes out for good, prepared as for all others', async () => {
    await at(0);
    const waiting = at(11, true);
    await begun.promise;
    prepared.resolve();
    expect((await waiting).takenAt).toEqual(later(11));
    expect(await at(12)).toBe(await waiting);
  });

  test('is taken anew when the clock was put back', async () => {
    await at(0);
    expect((await at(-60)).takenAt).toEqual(later(-60));
  });

  test('serves who asked a little earlier and comes a little later', async () => {
    expect(await at(-1)).toBe(await at(0));
    const first = await at(0);
    expect(await at(-2)).toBe(first);
  });

  test('serves on while the next cannot be taken; what waits for the next is told', async () => {
    const first = await at(0);
    await base.db.query('alter table handoff rename to away');
    await sync();
    expect(await at(11)).toBe(first);
    await expect(at(13, true)).rejects.toThrow('handoff');
    expect(await at(14)).toBe(first);
    await expect(at(31)).rejects.toThrow('handoff');
    await base.db.query('alter table away rename to handoff');
    expect((await at(32)).takenAt).toEqual(later(32));
  });
});

describe('what was learnt of a reading', () => {
  test('serves those after it for a quarter of an hour, while only syncs move them', async () => {
    const line = lineOf((await at(0)).snapshot);
    await sync();
    expect(lineOf((await at(60)).snapshot)).toBe(line);
    await sync();
    expect(lineOf((await at(14 * 60)).snapshot)).toBe(line);
    await sync();
    expect(lineOf((await at(16 * 60)).snapshot)).not.toBe(line);
  });

  test('is learnt anew when a person has changed something', async () => {
    const line = lineOf((await at(0)).snapshot);
    await sync();
    await base.db.transaction((tx) => changedByHand(tx, workspaceId));
    expect(lineOf((await at(1)).snapshot)).not.toBe(line);
  });
});
