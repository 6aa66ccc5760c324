import { clockFields } from './clock-fields.js';
import { dimensionFields } from './dimension-fields.js';
import type { Cargo, Field } from './field.js';
import { identityFields, listFields, momentFields, valueFields } from './handoff-fields.js';
import { kpiFields } from './kpi-fields.js';

/** Every column, in the order in which they are exported. */
export function fieldsOf(cargo: Cargo): Field[] {
  const [identity, measured] = [
    [...identityFields(cargo)],
    [...momentFields(cargo), ...listFields(cargo), ...valueFields(cargo), ...clockFields(cargo), ...kpiFields(cargo)],
  ];
  const taken = new Set([...identity, ...measured].map(({ name }) => name));
  return [...identity, ...dimensionFields(cargo, taken), ...measured];
}
