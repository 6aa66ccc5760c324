import { Link } from '@tanstack/react-router';
import type { DefinitionPreview } from '../api/shape.js';
import { count, counted, day, digits, interval, periodWords, quantity, UNKNOWN } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './definition.module.css';

type Row = DefinitionPreview['kpis'][number];
type Side = Row['year']['before'];
type Handoffs = NonNullable<DefinitionPreview['handoffs']>;

/** Every number by the version in force beside the same by the changed one. */
export function PreviewPanel({ preview }: { preview: DefinitionPreview }) {
  const { changes, kpis, handoffs, sample, period } = preview;
  const moving = kpis.filter(({ year, lastMature }) => differs(year) || (lastMature && differs(lastMature)));
  const still = kpis.filter((row) => !moving.includes(row));
  return (
    <section className={styles.card} aria-label="Compared" aria-live="polite">
      <h2>{moving.length === 0 ? 'No number changes' : `${counted(moving.length, 'number')} would change`}</h2>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {sample && (
        <p className={styles.warn}>
          Derived for {counted(sample.accounts, 'account')} of {count(sample.ofAccounts)}, drawn at random: the numbers are those of these
          accounts.
        </p>
      )}
      {handoffs && <Moved handoffs={handoffs} />}
      {moving.length > 0 && <Sides rows={moving} period={periodWords(period)} />}
      {still.length > 0 && <p className={styles.soft}>As they are: {still.map(({ kpi }) => kpi.name).join(', ')}.</p>}
    </section>
  );
}

const differs = ({ before, after }: Row['year']) => before.value !== after.value || before.n !== after.n;

function Sides({ rows, period }: { rows: Row[]; period: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label="Numbers before and after, table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{period}</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col" className={table.number}>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ kpi, year, lastMature, details }) => [
            <Line key={kpi.id} name={kpi.name} unit={kpi.unit} sides={year} />,
            ...(lastMature ? [<Line key={`${kpi.id} month`} name={lastMature.label} unit={kpi.unit} sides={lastMature} minor />] : []),
            ...details
              .filter(differs)
              .map((detail) => <Line key={`${kpi.id} ${detail.id}`} name={detail.label} unit={detail.unit} sides={detail} minor />),
          ])}
        </tbody>
      </table>
    </section>
  );
}

function Line({ name, unit, sides, minor = false }: { name: string; unit: Row['kpi']['unit']; sides: Row['year']; minor?: boolean }) {
  const { before, after, difference } = sides;
  return (
    <tr>
      <th scope="row" className={minor ? styles.minor : undefined}>
        {name}
      </th>
      <td>{said(before, unit)}</td>
      <td>{said(after, unit)}</td>
      <td className={table.number}>{difference === null ? UNKNOWN : differenceWords(difference, unit)}</td>
    </tr>
  );
}

/** Shares differ by points of a hundred, not by percent of one another. */
function differenceWords(difference: number, unit: Row['kpi']['unit']): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  const size = Math.abs(difference);
  return `${sign}${unit === 'share' ? quantity(size * 100, 'points') : quantity(size, unit)}`;
}

function said(measure: Side, unit: Row['kpi']['unit']) {
  if (measure.value === null) return <span className={styles.soft}>{measure.why ?? 'nothing to measure'}</span>;
  return (
    <>
      {quantity(measure.value, unit)}{' '}
      <span className={styles.hint}>
        {interval(measure, unit)}, n {digits(measure.n, 'days')}
      </span>
    </>
  );
}

const WHAT: [keyof Omit<Handoffs, 'moved' | 'handoffs'>, string][] = [
  ['come', 'come'],
  ['go', 'go'],
  ['t0', 'begin at another moment'],
  ['firstValue', 'have another first value'],
  ['escalations', 'have other escalations'],
  ['repeats', 'have other episodes'],
  ['knowledgeTransfer', 'have another knowledge transfer'],
];

function Moved({ handoffs }: { handoffs: Handoffs }) {
  const said = WHAT.filter(([what]) => handoffs[what] > 0).map(([what, words]) => `${count(handoffs[what])} ${words}`);
  const { moved } = handoffs;
  return (
    <>
      <p>
        {counted(handoffs.handoffs, 'handoff')}: {said.length > 0 ? said.join(', ') : 'none changes'}.
      </p>
      {moved.length > 0 && (
        <details className={styles.moved}>
          <summary>{counted(moved.length, 'handoff')} that come, go or begin at another moment</summary>
          <ul>
            {moved.map(({ id, name, account, wonBefore, wonAfter }) => (
              <li key={id}>
                {wonBefore === null ? (
                  `${name}, ${account}`
                ) : (
                  <Link to="/handoff/$id" params={{ id }}>
                    {name}, {account}
                  </Link>
                )}
                : {wonBefore === null ? 'comes' : day(wonBefore)} {wonAfter === null ? 'goes' : `to ${day(wonAfter)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
