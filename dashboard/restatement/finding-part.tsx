import { Link } from '@tanstack/react-router';
import type { Measure, Restatements } from '../api/shape.js';
import { count, counted, day, interval, moment, quantity, type Unit } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import table from '../ui/table.module.css';
import styles from './restatement.module.css';

type Finding = Restatements['findings'][number];
type RestatedPeriod = Finding['periods'][number];

/** What the syncs of one day found: each period with its numbers before and after, and the handoffs that moved them. */
export function FindingPart({ finding, timeZone }: { finding: Finding; timeZone: string }) {
  const { on, words, count: size, knownUntil, periods } = finding;
  return (
    <section className={styles.finding} aria-label={`Found on ${day(on)}`}>
      <h3 className={styles.day}>Found on {day(on)}</h3>
      <p className={styles.soft}>
        {words}: {counted(size, 'handoff')}, of a time through {moment(knownUntil, timeZone)} that had been told before.
      </p>
      {periods.length === 0 && <p className={styles.soft}>No number of these KPIs moved.</p>}
      {periods.map((period) => (
        <PeriodPart key={period.period.from} period={period} />
      ))}
    </section>
  );
}

function PeriodPart({ period: { label, kpis, count: size, handoffs } }: { period: RestatedPeriod }) {
  return (
    <section className={styles.period} aria-label={`Won in ${label}`}>
      <h4 className={styles.label}>Won in {label}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={`Numbers of ${label}, before and after`}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col" className={table.number}>
                Without the correction
              </th>
              <th scope="col" className={table.number}>
                Now
              </th>
              <th scope="col" className={table.number}>
                Moved by
              </th>
            </tr>
          </thead>
          <tbody>
            {kpis.map(({ id, name, unit, from, to, count: moving }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className={table.number}>
                  <Told measure={from} unit={unit} />
                </td>
                <td className={table.number}>
                  <Told measure={to} unit={unit} />
                </td>
                <td className={table.number}>{counted(moving, 'handoff')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className={styles.handoffs}>
        {handoffs.map(({ id, account, name, changes }) => (
          <li key={id}>
            <Link to="/handoff/$id" params={{ id }} className={styles.account}>
              {account}
            </Link>
            {!name.startsWith(account) && <span className={styles.soft}> {name}</span>}
            <ul className={styles.changes}>
              {changes.map(({ words, record }) => (
                <li key={words}>
                  {words} {record && <RecordLink record={record} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {size > handoffs.length && <p className={styles.soft}>{count(size - handoffs.length)} more of this period are not listed.</p>}
    </section>
  );
}

function Told({ measure, unit }: { measure: Measure; unit: Unit }) {
  if (measure.value === null) return <span className={styles.soft}>{measure.why ?? 'nothing to measure'}</span>;
  return (
    <>
      {quantity(measure.value, unit)}
      <span className={styles.rests}>
        95 % {interval(measure, unit)}, n = {count(measure.n)}
        {measure.wide && ', wide'}
      </span>
    </>
  );
}
