import { Link } from '@tanstack/react-router';
import type { KpiAnswer } from '../api/shape.js';
import { Sparkline } from '../chart/sparkline.js';
import { count, interval, quantity } from '../ui/format.js';
import table from '../ui/table.module.css';
import { ComparisonWords, SignalWords } from './change-words.js';
import styles from './kpi-rows.module.css';
import type { OverviewSearch } from './overview-search.js';
import { targetWords } from './target.js';
import { trendSentence } from './trend-words.js';

interface KpiRowsProps {
  answers: readonly KpiAnswer[];
  chosen: string;
  search: OverviewSearch;
}

/** The steps behind the headlines, one line each. Choosing one shows it below, as a tile does. */
export function KpiRows({ answers, chosen, search }: KpiRowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label="The steps behind the headlines, table">
      <table className={`${table.table} ${table.wide}`}>
        <caption className="visually-hidden">Every other KPI with what it rests on</caption>
        <thead>
          <tr>
            <th scope="col">KPI</th>
            <th scope="col" className={table.number}>
              Now
            </th>
            <th scope="col">95 %</th>
            <th scope="col">Target</th>
            <th scope="col" className={table.number}>
              n
            </th>
            <th scope="col">Change</th>
            <th scope="col">Trend</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <KpiRow key={answer.kpi.id} answer={answer} chosen={answer.kpi.id === chosen} search={search} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KpiRow({ answer, chosen, search }: { answer: KpiAnswer; chosen: boolean; search: OverviewSearch }) {
  const { kpi, measure, comparison, signal, trend } = answer;
  return (
    <tr data-kpi={kpi.id} className={chosen ? styles.chosen : undefined}>
      <th scope="row">
        <Link to="/" search={{ ...search, kpi: kpi.id }} resetScroll={false} replace aria-current={chosen || undefined}>
          {kpi.name}
        </Link>
      </th>
      <td className={table.number}>{measure.value === null ? '–' : quantity(measure.value, kpi.unit)}</td>
      <td>
        {measure.value === null ? <span className={table.quiet}>{measure.why}</span> : interval(measure, kpi.unit)}
        {measure.wide && <span className={styles.wide}> wide</span>}
      </td>
      <td>{targetWords(kpi) ?? <span className={table.quiet}>none</span>}</td>
      <td className={table.number}>
        {measure.n > 0 ? (
          <Link to="/kpi/$id/handoff" params={{ id: kpi.id }} search={search} data-count={measure.n}>
            {count(measure.n)}
            <span className="visually-hidden"> handoffs behind {kpi.name}</span>
          </Link>
        ) : (
          '0'
        )}
      </td>
      <td className={styles.change}>
        <SignalWords signal={signal} />
        {comparison && <ComparisonWords comparison={comparison} better={kpi.better} />}
      </td>
      <td className={styles.spark}>
        <Sparkline
          points={trend.map((point) => ({
            key: point.period.from,
            value: point.measure.value,
            mature: point.mature,
            outside: point.outside,
          }))}
          label={trendSentence(answer)}
        />
      </td>
    </tr>
  );
}
