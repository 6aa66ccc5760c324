import { CalendarFields } from './calendar-fields.js';
import type { Part } from './definition-search.js';
import { EscalationFields } from './escalation-fields.js';
import { FirstValueFields } from './first-value-fields.js';
import { HealthFields } from './health-fields.js';
import { KpiTargets } from './kpi-targets.js';
import type { PartProps } from './part-props.js';
import { RepeatFields } from './repeat-fields.js';
import { TargetTable } from './target-table.js';
import { WonStages } from './won-stages.js';

const FIELDS: Record<Part, (props: PartProps) => React.ReactNode> = {
  targets: TargetTable,
  kpis: KpiTargets,
  calendar: CalendarFields,
  won: WonStages,
  value: FirstValueFields,
  escalation: EscalationFields,
  repeat: RepeatFields,
  health: HealthFields,
};

/** The fields of one part. */
export function PartFields({ part, ...props }: PartProps & { part: Part }) {
  const Fields = FIELDS[part];
  return <Fields {...props} />;
}
