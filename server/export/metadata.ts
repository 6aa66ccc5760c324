import { type Question, scopeOf } from '../kpi/question.js';
import type { Behind } from './cargo.js';

/** How the export was understood, by names that stand in the schema of the Arrow stream and, behind `Baton-`, in the headers of either answer. */
export function metadataOf(question: Question, { kpi, outcome }: Behind, handoffs: number): Map<string, string> {
  const scope = scopeOf(question, { by: null, interval: 'month' });
  const said: Record<string, string | null | undefined> = {
    'as-of': scope.asOf,
    'data-as-of': scope.dataAsOf,
    from: scope.period.from,
    to: scope.period.to,
    'time-zone': scope.timeZone,
    definition: String(scope.definition),
    time: scope.time,
    currency: scope.currency,
    filters: JSON.stringify(scope.filters),
    kpi,
    outcome,
    handoffs: String(handoffs),
    sample: scope.sample ? 'yes' : 'no',
  };
  return new Map(Object.entries(said).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])));
}
