import type { DataSource } from 'typeorm';
import { toDate } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';
import type { Terms } from '../kpi/kpi.js';
import { accountMoney } from './account-money.js';
import { foretell } from './chance.js';
import type { Listed } from './listed.js';
import { type Input, measuredBy } from './measured.js';
import { type KnownModel, modelSoon } from './model/models.js';
import { pause } from './model/pause.js';
import { isOpen, wonSince } from './open.js';
import { inOrder, type Order } from './order.js';
import { readBy } from './read-by.js';
import { isListed, reasonsOf } from './reason.js';
import { watch } from './seen.js';

/** How the open handoffs of a workspace stand at a moment. */
export interface Standing {
  measured: ReadonlySet<Input>;
  model: KnownModel | null;
  /** Rows of all open handoffs that are looked at, in the order of winning. */
  open: number[];
  /** Those of them that are at risk, in order. */
  listed: (order: Order) => readonly Listed[];
}

export interface Moment {
  snapshot: Snapshot;
  terms: Terms;
  until: number;
}

/** Moments and terms of which the standing is kept, for each revision. */
const MOST_KEPT = 4;

const kept = new WeakMap<Snapshot, Map<string, Promise<Standing>>>();

/** Worked out once for each revision, moment and terms; between two syncs every question of now has the same moment. */
export function standingOf(db: DataSource, workspaceId: string, moment: Moment): Promise<Standing> {
  const { snapshot, terms, until } = moment;
  const standings = kept.get(snapshot) ?? new Map<string, Promise<Standing>>();
  kept.set(snapshot, standings);
  const { version, decidedAt } = terms.definition;
  const key = [until, version, decidedAt?.getTime(), terms.time, terms.timeZone].join(' ');
  const standing = standings.get(key) ?? workedOut(db, workspaceId, moment);
  standings.delete(key);
  standings.set(key, standing);
  // One without its model is not for keeping: the model comes.
  standing.then(({ model }) => model ?? standings.delete(key)).catch(() => standings.delete(key));
  const [oldest] = standings.keys();
  if (standings.size > MOST_KEPT && oldest !== undefined) standings.delete(oldest);
  return standing;
}

async function workedOut(db: DataSource, workspaceId: string, moment: Moment): Promise<Standing> {
  const { snapshot, terms, until } = moment;
  const since = wonSince(until);
  const [model, money] = await Promise.all([
    modelSoon(snapshot, moment),
    accountMoney(db, workspaceId, { since: toDate(since), until: toDate(until + 1) }),
  ]);
  const measured = measuredBy(snapshot, until);
  const by = readBy(terms);
  const open: number[] = [];
  const listed: Listed[] = [];
  for (let row = snapshot.firstWonFrom(since); row < snapshot.count; row++) {
    await pause();
    if (!isOpen(snapshot, row, until)) continue;
    open.push(row);
    const seen = watch(snapshot, row, by)(until);
    if (!isListed(reasonsOf(seen, measured))) continue;
    const known = money.get(snapshot.id(row));
    listed.push({
      row,
      accountId: known?.accountId ?? null,
      ...amountOf(snapshot, row, known?.amount ?? null),
      chance: foretell(model, seen),
    });
  }
  const ordered = new Map<Order, readonly Listed[]>();
  return { measured, model, open, listed: (order) => orderOnce(ordered, order, () => inOrder(listed, snapshot, order)) };
}

function orderOnce(ordered: Map<Order, readonly Listed[]>, order: Order, sort: () => readonly Listed[]): readonly Listed[] {
  const known = ordered.get(order) ?? sort();
  ordered.set(order, known);
  return known;
}

export function amountOf({ columns }: Snapshot, row: number, amount: number | null): Pick<Listed, 'amount' | 'amountKind'> {
  const arr = columns.arr[row] ?? -1;
  if (arr >= 0) return { amount: arr, amountKind: 'arr' };
  return { amount, amountKind: amount === null ? null : 'amount' };
}
