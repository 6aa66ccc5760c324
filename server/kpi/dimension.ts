import type { z } from 'zod';
import type { dimension } from './kpi.schema.js';
import { type Question, rangeOf } from './question.js';
import { dimensionNames } from './select.js';

type Dimension = z.infer<typeof dimension>;

/** Values of one dimension an answer carries. */
const MOST_VALUES = 500;

const LABELS: Record<string, string> = { owner: 'Sales rep', csm: 'CSM' };

/** 'lead-source' is 'Lead source'. */
const labelOf = (name: string) => LABELS[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]/g, ' ');

/** What can be filtered and broken down by, with how many of the handoffs asked about have each value. */
export function dimensionsOf(question: Question): Dimension[] {
  return dimensionNames(question.snapshot).map((name) => ({ name, label: labelOf(name), ...valuesOf(question, name) }));
}

/** Only values that one of the handoffs asked about has, in the period or before or after: a name alone can say whom others work for. */
function valuesOf(question: Question, name: string): Pick<Dimension, 'values' | 'more'> {
  const { snapshot, rows, period } = question;
  const { values, codes } = snapshot.dimension(name) ?? { values: [null], codes: new Uint8Array(snapshot.count) };
  const [counts, elsewhere] = [new Uint32Array(values.length), new Uint8Array(values.length)];
  const { from, to } = rangeOf(question, period);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    if (i >= from && i < to) counts[code] = (counts[code] ?? 0) + 1;
    else elsewhere[code] = 1;
  }
  const known = values
    .map((value, code) => ({ value, label: value ?? 'not known', count: counts[code] ?? 0, known: elsewhere[code] === 1 }))
    .filter(({ value, count, known }) => count > 0 || (value !== null && known))
    .map(({ known: _, ...value }) => value)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return { values: known.slice(0, MOST_VALUES), more: Math.max(0, known.length - MOST_VALUES) };
}
