import { Choice } from '../../ui/choice.js';
import { Outcome } from '../../ui/form/outcome.js';
import { counted } from '../../ui/format.js';
import { useKeepFor } from './use-keeping.js';

const EVER = 'ever';
const USUAL = [365, 730, 1095, 2555];

/** How long the audit log is kept; what is older goes at night. */
export function KeepForm({ workspaceId, auditDays }: { workspaceId: string; auditDays: number | null }) {
  const keep = useKeepFor(workspaceId);
  const days = auditDays === null || USUAL.includes(auditDays) ? USUAL : [auditDays, ...USUAL];
  return (
    <div>
      <Choice
        label="The audit log is kept"
        value={auditDays === null ? EVER : String(auditDays)}
        options={[{ value: EVER, label: 'for ever' }, ...days.map((one) => ({ value: String(one), label: wordsOf(one) }))]}
        onChange={(chosen) => keep.mutate(chosen === EVER ? null : Number(chosen))}
      />
      <Outcome of={keep} done="Saved." />
    </div>
  );
}

const wordsOf = (days: number): string => (days % 365 === 0 ? counted(days / 365, 'year') : counted(days, 'day'));
