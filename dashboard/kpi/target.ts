import type { Kpi } from '../api/shape.js';
import { quantity } from '../ui/format.js';

/** The one target that holds for every handoff, to draw as a line; null where there is none or segments differ. */
export function oneTarget({ targets }: Kpi): number | null {
  const values = new Set(Object.values(targets));
  return values.size === 1 ? (targets.all ?? null) : null;
}

/** "30 days (standard), 60 days (enterprise)"; null without a target. */
export function targetWords({ targets, unit }: Kpi): string | null {
  const named = Object.entries(targets).flatMap(([segment, target]) => {
    if (target === null) return [];
    return [segment === 'all' ? quantity(target, unit) : `${quantity(target, unit)} (${segment})`];
  });
  return named.length ? named.join(', ') : null;
}
