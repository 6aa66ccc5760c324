import type { Snapshot } from '../handoff/snapshot.js';
import type { Listed } from './listed.js';
import { expectedLoss } from './order.js';
import type { RiskAnswer } from './risk.schema.js';

/** The value of a dimension of a handoff; null when it has none. */
export function dimensionOf(snapshot: Snapshot, name: string, row: number): string | null {
  const dictionary = snapshot.dimension(name);
  return dictionary?.values[dictionary.codes[row] ?? 0] ?? null;
}

/** How many are at risk with each CSM, the most first, those without one last. */
export function csmCounts(snapshot: Snapshot, listed: readonly Listed[]): RiskAnswer['csms'] {
  const counts = new Map<string | null, number>();
  for (const { row } of listed) {
    const name = dimensionOf(snapshot, 'csm', row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.count - a.count || (a.name ?? '').localeCompare(b.name ?? ''));
}

/** Money at risk by currency, the most handoffs first. Amounts of different currencies are never added. */
export function amountsByCurrency(snapshot: Snapshot, listed: readonly Listed[]): RiskAnswer['amounts'] {
  const sums = new Map<string | null, { amount: number; count: number; expectedLoss: number; weighedCount: number }>();
  for (const one of listed) {
    if (one.amount === null) continue;
    const currency = dimensionOf(snapshot, 'currency', one.row);
    const sum = sums.get(currency) ?? { amount: 0, count: 0, expectedLoss: 0, weighedCount: 0 };
    const loss = expectedLoss(one);
    sums.set(currency, {
      amount: sum.amount + one.amount,
      count: sum.count + 1,
      expectedLoss: sum.expectedLoss + (loss ?? 0),
      weighedCount: sum.weighedCount + Number(loss !== null),
    });
  }
  return [...sums]
    .map(([currency, { expectedLoss: loss, ...sum }]) => ({ currency, ...sum, expectedLoss: sum.weighedCount > 0 ? loss : null }))
    .sort((a, b) => b.count - a.count);
}
