import { useState } from 'react';
import type { FactorAnswer } from '../api/shape.js';
import { DifferenceBar } from '../chart/difference-bar.js';
import { Choice } from '../ui/choice.js';
import { interval, quantity } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { chance, signed, spread } from './difference-words.js';
import styles from './driver.module.css';
import { SideLink } from './side-link.js';

type Factor = FactorAnswer['factors'][number];
type Ending = 'churn' | 'value';

const UNITS = { churn: 'share', value: 'days' } as const;
const ENDINGS = [
  { value: 'churn', label: '90-day churn' },
  { value: 'value', label: 'time to first value' },
] as const;

/** What goes with how a handoff ends. */
export function FactorPanel({ query }: { query: Asked<FactorAnswer> }) {
  const [ending, setEnding] = useState<Ending>('churn');
  return (
    <Panel
      title="What goes with it"
      aside={<Choice label="With" value={ending} options={ENDINGS} onChange={setEnding} />}
      query={query}
      height={520}
      empty={({ factors }) =>
        factors.every(({ places }) => places.yes + places.no === 0)
          ? { kind: 'no match', title: 'No handoff to look at', words: 'None in this period has been seen long enough.' }
          : null
      }
    >
      {(answer) => <Factors answer={answer} ending={ending} />}
    </Panel>
  );
}

function Factors({ answer, ending }: { answer: FactorAnswer; ending: Ending }) {
  const factors = inOrder(answer.factors, ending);
  const reach = reachOf(factors, ending);
  const what = ending === 'churn' ? `Gone by day ${answer.churnDay}` : 'Median days to first value';
  return (
    <>
      <p className={styles.note}>{answer.note}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={table.scroll} tabIndex={0} aria-label="What goes with it, table">
        <table className={table.table}>
          <caption className="visually-hidden">
            {what} of handoffs with and without each factor, the strongest clear one first. p is adjusted for all factors at once.
          </caption>
          <thead>
            <tr>
              <th scope="col">Factor</th>
              <th scope="col" className={table.number}>
                With it
              </th>
              <th scope="col" className={table.number}>
                Without
              </th>
              <th scope="col">Difference, 95 %</th>
              <th scope="col" className={styles.plot}>
                <span className="visually-hidden">Drawing</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {factors.map((factor) => (
              <Row key={factor.id} factor={factor} ending={ending} reach={reach} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ factor, ending, reach }: { factor: Factor; ending: Ending; reach: number }) {
  const { difference, low, high, p, clear, words } = factor[ending];
  const unit = UNITS[ending];
  return (
    <tr data-factor={factor.id}>
      <th scope="row" className={styles.name}>
        {factor.name}
        {factor.settledDay > 0 && <span className={styles.small}>known by day {factor.settledDay}</span>}
      </th>
      {(['yes', 'no'] as const).map((place) => (
        <td key={place} className={table.number}>
          <SideValue factor={factor} ending={ending} place={place} />
        </td>
      ))}
      <td className={styles.difference}>
        {difference === null ? (
          <span className={table.quiet}>{factor.recorded ? words : 'nothing of the kind is recorded'}</span>
        ) : (
          <>
            <span className={clear ? styles.clear : undefined}>{signed(difference, unit)}</span>
            <span className={styles.small}>
              {spread(low, high, unit)} · {chance(p)}
              {clear ? '' : ' · no clear difference'}
            </span>
          </>
        )}
      </td>
      <td className={styles.plot}>
        {difference !== null && <DifferenceBar difference={difference} low={low} high={high} reach={reach} clear={clear} />}
      </td>
    </tr>
  );
}

function SideValue({ factor, ending, place }: { factor: Factor; ending: Ending; place: 'yes' | 'no' }) {
  const measure = factor[ending][place];
  const unit = UNITS[ending];
  return (
    <>
      {measure.value === null ? (
        <span className={table.quiet}>{measure.n < 5 ? 'fewer than 5' : 'not reached'}</span>
      ) : (
        quantity(measure.value, unit)
      )}
      <span className={styles.small}>
        {measure.value !== null && <>{interval(measure, unit)} · </>}
        <SideLink id={factor.id} place={place} ending={ending} count={measure.n} of={`${factor.name}: ${place}`} />
        {measure.wide && ' · wide'}
      </span>
    </>
  );
}

/** As the server orders them for leaving; for time to value the clear ones first, the longest delay before all. */
function inOrder(factors: Factor[], ending: Ending): Factor[] {
  if (ending === 'churn') return factors;
  const size = ({ value }: Factor) => Math.abs(value.difference ?? 0);
  return [...factors].sort(
    (a, b) => Number(b.value.clear) - Number(a.value.clear) || (a.value.clear ? size(b) - size(a) : (a.value.p ?? 2) - (b.value.p ?? 2)),
  );
}

/** The widest bounded end, so that all bars share an axis; unbounded ends run off it. */
function reachOf(factors: Factor[], ending: Ending): number {
  const ends = factors.flatMap((factor) => {
    const { difference, low, high } = factor[ending];
    return difference === null ? [] : [Math.abs(difference), Math.abs(low ?? 0), Math.abs(high ?? 0)];
  });
  return Math.max(...ends, 0) || 1;
}
