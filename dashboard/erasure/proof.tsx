import form from '../ui/form/form.module.css';
import { counted } from '../ui/format.js';
import { Section } from '../ui/section.js';
import { RowCounts } from './row-counts.js';
import type { useErase } from './use-erasure.js';

type Erased = NonNullable<ReturnType<typeof useErase>['data']>;

const total = (rows: Readonly<Record<string, number>>): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

/** What was done, and what a second search has found. */
export function Proof({ erased: { email, gone, left } }: { erased: Erased }) {
  const rest = total(left.rows) + left.people;
  return (
    <Section title={`${email} is erased`}>
      <div className={form.form} aria-live="polite">
        <p>
          {counted(gone.people, 'person', 'people')} and what stood in {counted(gone.said, 'record')}; their address and name were replaced
          in {counted(total(gone.rows), 'row')}.{' '}
          {rest === 0
            ? 'A second search found nothing.'
            : `A second search found ${counted(rest, 'row')}: a sync was under way. Erase them once more.`}
        </p>
        {Object.keys(gone.rows).length > 0 && <RowCounts caption="Rows that were changed" rows={gone.rows} />}
        <p className={form.soft}>It is in the audit log, without the address.</p>
      </div>
    </Section>
  );
}
