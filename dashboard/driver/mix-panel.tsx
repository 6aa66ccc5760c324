import { Link } from '@tanstack/react-router';
import type { MixAnswer } from '../api/shape.js';
import { MixBar } from '../chart/mix-bar.js';
import { Choice } from '../ui/choice.js';
import { count, counted, money, periodWords, quantity, withDays } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { signed, spread } from './difference-words.js';
import styles from './driver.module.css';
import { type Change, FIRST } from './driver-search.js';

interface MixPanelProps {
  query: Asked<MixAnswer>;
  by: string;
  dimensions: { value: string; label: string }[];
  change: Change;
}

/** Why a number moved: another mix of groups, or the groups themselves. */
export function MixPanel({ query, by, dimensions, change }: MixPanelProps) {
  const options = dimensions.some(({ value }) => value === by) ? dimensions : [{ value: by, label: by }, ...dimensions];
  return (
    <Panel
      title={query.data ? `Why ${query.data.kpi.name} moved` : 'Why it moved'}
      aside={
        <Choice
          label="Taken apart by"
          value={by}
          options={options}
          onChange={(value) => change({ by: value === FIRST.by ? undefined : value })}
        />
      }
      query={query}
      height={320}
      empty={({ why, kpi }) =>
        why === null ? null : { kind: 'nothing', title: `${kpi.name} cannot be compared here`, words: withDays(why) }
      }
    >
      {(mix) => (
        <>
          <p className={styles.said}>{withDays(mix.words)}.</p>
          <p className={styles.note}>
            Won {periodWords(mix.now.period)} ({quantity(mix.now.measure.value, mix.unit)}, n = {count(mix.now.measure.n)}) against{' '}
            {periodWords(mix.before.period)} ({quantity(mix.before.measure.value, mix.unit)}, n = {count(mix.before.measure.n)})
            {mix.quotient ? `; told as the ${mix.quotient}, since medians do not add up` : ''}.
          </p>
          <Parts mix={mix} by={by} />
          <Moved mix={mix} />
        </>
      )}
    </Panel>
  );
}

function Parts({ mix, by }: { mix: MixAnswer; by: string }) {
  const reach = Math.max(...mix.parts.map((part) => Math.max(Math.abs(part.mix), Math.abs(part.rate))), 0) || 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label="Mix and rate, table">
      <table className={table.table}>
        <caption className="visually-hidden">
          What each group adds to the difference, by its share of all and by having changed itself
        </caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className={table.number}>
              Before
            </th>
            <th scope="col" className={table.number}>
              Now
            </th>
            <th scope="col" className={table.number}>
              <span className={styles.mixKey} aria-hidden /> Mix
            </th>
            <th scope="col" className={table.number}>
              <span className={styles.rateKey} aria-hidden /> Rate
            </th>
            <th scope="col" className={styles.plot}>
              <span className="visually-hidden">Drawing</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mix.parts.map((part) => (
            <tr key={part.label} data-part={part.value ?? ''}>
              <th scope="row" className={styles.name}>
                {part.label}
              </th>
              <Side mix={mix} part={part} side="before" by={by} />
              <Side mix={mix} part={part} side="now" by={by} />
              <td className={table.number}>{signed(part.mix, mix.unit)}</td>
              <td className={table.number}>
                {signed(part.rate, mix.unit)}
                {part.rateLow !== null && <span className={styles.small}>{spread(part.rateLow, part.rateHigh, mix.unit)}</span>}
              </td>
              <td className={styles.plot}>
                <MixBar mix={part.mix} rate={part.rate} reach={reach} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SideProps {
  mix: MixAnswer;
  part: MixAnswer['parts'][number];
  side: 'now' | 'before';
  by: string;
}

function Side({ mix, part, side, by }: SideProps) {
  const measure = part[side];
  const share = side === 'now' ? part.shareNow : part.shareBefore;
  const { from, to } = mix[side].period;
  return (
    <td className={table.number}>
      {measure.value === null ? <span className={table.quiet}>fewer than 5</span> : quantity(measure.value, mix.unit)}
      <span className={styles.small}>
        {part.folded > 0 || measure.n === 0 ? (
          `n = ${count(measure.n)}`
        ) : (
          <Link
            to="/kpi/$id/handoff"
            params={{ id: mix.kpi.id }}
            search={(now: object) => ({
              ...now,
              who: undefined,
              kpi: mix.kpi.id,
              period: 'custom' as const,
              from,
              to,
              by,
              group: part.value ?? '',
            })}
          >
            n = {count(measure.n)}
            <span className="visually-hidden">
              {' '}
              List {counted(measure.n, 'handoff')}: {part.label}
            </span>
          </Link>
        )}{' '}
        · {quantity(share, 'share')} of all
      </span>
    </td>
  );
}

function Moved({ mix }: { mix: MixAnswer }) {
  if (mix.moved.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>The handoffs that moved it most</h3>
      <ul className={styles.moved}>
        {mix.moved.map((handoff) => (
          <li key={handoff.id}>
            <Link to="/handoff/$id" params={{ id: handoff.id }}>
              {handoff.account}
            </Link>{' '}
            <span className={styles.small}>
              {handoff.label}
              {handoff.value !== null && (mix.kpi.unit === 'days' || mix.kpi.unit === 'hours') && (
                <> · {quantity(handoff.value, mix.kpi.unit)}</>
              )}
              {handoff.amount !== null && <> · {money(handoff.amount, handoff.currency)}</>} · {signed(handoff.moved, mix.unit)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
