import type { OpenHandoff } from './open-handoffs.js';
import type { RiskAnswer } from './risk.schema.js';
import type { Risk } from './risk-of.js';

/** Whether a handoff is of the CSM of that name; '' asks for those without one. */
export const hasCsm = ({ csmName }: OpenHandoff, name: string) => (csmName ?? '') === name;

/** How many are at risk with each CSM, the most first, those without one last. */
export function csmCounts(risks: readonly Risk[]): RiskAnswer['csms'] {
  const counts = new Map<string | null, number>();
  for (const { handoff } of risks) counts.set(handoff.csmName, (counts.get(handoff.csmName) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.count - a.count || (a.name ?? '').localeCompare(b.name ?? ''));
}

/** Money at risk by currency, the most handoffs first. Amounts of different currencies are never added. */
export function amountsByCurrency(risks: readonly Risk[]): RiskAnswer['amounts'] {
  const sums = new Map<string | null, { amount: number; count: number }>();
  for (const { amount, handoff } of risks) {
    if (amount === null) continue;
    const sum = sums.get(handoff.currency) ?? { amount: 0, count: 0 };
    sums.set(handoff.currency, { amount: sum.amount + amount, count: sum.count + 1 });
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => b.count - a.count);
}
