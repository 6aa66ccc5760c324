import type { Kpi } from '../kpi/kpi.js';
import { kpisOn } from '../kpi/kpis.js';
import { observed } from '../kpi/observed.js';
import { coding, NUMBER, numbers } from './arrow-data.js';
import type { Cargo, Field, Fields } from './field.js';

/** What each KPI says of each handoff, as in the list behind its number. */
export const kpiFields: Fields = (cargo) => kpisOn(cargo.question.terms).flatMap((kpi) => fieldsOf(kpi, cargo));

/** 'time-to-first-value' is 'time_to_first_value'. */
export const columnOf = (id: string): string => id.replaceAll('-', '_');

function fieldsOf(kpi: Kpi, { question }: Cargo): Field[] {
  const seen = observed(question, kpi.observe);
  const { type, data } = coding(kpi.outcomes.map(({ outcome }) => outcome));
  const codeOf = new Map(kpi.outcomes.map(({ outcome }, code) => [outcome, code]));
  const read = (row: number) => kpi.read(seen[row] ?? 0);
  return [
    {
      name: `${columnOf(kpi.id)}_outcome`,
      type,
      unit: null,
      absent: 'the KPI says nothing of it',
      data: ({ rows }) => data(Int32Array.from(rows, (row) => codeOf.get(read(row).outcome) ?? -1)),
    },
    {
      name: columnOf(kpi.id),
      type: NUMBER,
      unit: kpi.unit,
      absent: 'it has no number of its own',
      data: ({ rows }) => numbers(Array.from(rows, (row) => read(row).value)),
    },
  ];
}
