import type { Dictionary } from '../handoff/column.js';
import { dimensionNames } from '../kpi/select.js';
import { coding } from './arrow-data.js';
import type { Cargo, Field } from './field.js';

/** Everything that can be filtered by, under its own name; `dimension_` goes before a name that another column has. */
export function dimensionFields(cargo: Cargo, taken: ReadonlySet<string>): Field[] {
  const { snapshot } = cargo.question;
  return dimensionNames(snapshot).map((name) =>
    dimensionField(taken.has(name) ? `dimension_${name}` : name, {
      cargo,
      dictionary: snapshot.dimension(name) ?? { values: [null], codes: new Uint8Array(snapshot.count) },
    }),
  );
}

/** The dictionary holds only values of handoffs that are exported: a value alone can say whom others work for. */
function dimensionField(name: string, { cargo: { rows }, dictionary }: { cargo: Cargo; dictionary: Dictionary }): Field {
  const { values, codes } = dictionary;
  const place = new Int32Array(values.length).fill(-1);
  const present: string[] = [];
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const value = values[code] ?? null;
    if (value !== null && place[code] === -1) place[code] = present.push(value) - 1;
  }
  const { type, data } = coding(present);
  return {
    name,
    type,
    unit: null,
    absent: 'has none',
    data: ({ rows: some }) => data(Int32Array.from(some, (row) => place[codes[row] ?? 0] ?? -1)),
  };
}
