import { STANDARD_DIMENSIONS } from '../../etl/warehouse/index.js';
import { assertKnown } from '../kpi/question.js';
import { parseFilters } from '../kpi/select.js';
import type { OpenHandoff } from './open-handoffs.js';

/** The handoffs that pass every "dimension:value", read as the KPIs read them. Refuses a dimension nobody has as bad input. */
export function filterBy(handoffs: readonly OpenHandoff[], filter: readonly string[]): OpenHandoff[] {
  const filters = parseFilters(filter);
  const known = [...new Set([...STANDARD_DIMENSIONS, ...handoffs.flatMap(({ dimensions }) => Object.keys(dimensions))])];
  for (const { dimension } of filters) assertKnown(dimension, { known, field: 'filter' });
  return handoffs.filter((handoff) => filters.every(({ dimension, values }) => values.includes(dimensionValue(handoff, dimension))));
}

/** Null when the handoff has none. Three dimensions are columns, and the column is right. */
function dimensionValue({ segment, ownerName, csmName, dimensions }: OpenHandoff, dimension: string): string | null {
  const columns: Record<string, string | null> = { segment, owner: ownerName, csm: csmName };
  const value = dimension in columns ? columns[dimension] : dimensions[dimension];
  return value ?? null;
}
