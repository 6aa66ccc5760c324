import { Link } from '@tanstack/react-router';
import type { PeopleAnswer } from '../api/shape.js';
import { FunnelChart } from '../chart/lazy.js';
import { Choice } from '../ui/choice.js';
import { count, counted, interval, periodWords, quantity } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import { chance } from './difference-words.js';
import styles from './driver.module.css';
import { type Change, FIRST } from './driver-search.js';

type Person = PeopleAnswer['people'][number];

interface PeoplePanelProps {
  query: Asked<PeopleAnswer>;
  who: string;
  dimensions: { value: string; label: string }[];
  change: Change;
}

/** People and teams against the whole, with what chance does to somebody of their size. */
export function PeoplePanel({ query, who, dimensions, change }: PeoplePanelProps) {
  const options = dimensions.some(({ value }) => value === who) ? dimensions : [{ value: who, label: who }, ...dimensions];
  return (
    <Panel
      title={query.data ? `${query.data.kpi.name}: one against all` : 'One against all'}
      aside={
        <Choice
          label="Whose"
          value={who}
          options={options}
          onChange={(value) => change({ who: value === FIRST.who ? undefined : value })}
        />
      }
      query={query}
      height={520}
      empty={({ people, whole }) =>
        people.length === 0 || whole.value === null
          ? { kind: 'no match', title: 'Nobody to compare', words: whole.why ?? 'No handoff of this period is mature yet.' }
          : null
      }
    >
      {(answer) => (
        <>
          <p className={styles.said}>{answer.words}.</p>
          <p className={styles.note}>
            Mature handoffs only{answer.period ? ` (won ${periodWords(answer.period)})` : ''}
            {answer.quotient ? `, told as the ${answer.quotient}` : ''}. The lines hold 95 % and 99.8 % of those who are like the whole, by
            how many handoffs they have. A name is outside only if it stays so when all are looked at at once.
          </p>
          <FunnelChart {...drawingOf(answer)} />
          <PeopleTable answer={answer} who={who} />
        </>
      )}
    </Panel>
  );
}

function drawingOf({ people, funnel, whole, unit, kpi, words }: PeopleAnswer) {
  const points = people.flatMap(({ label, measure, outside }) =>
    measure.value === null ? [] : [{ label, n: measure.n, value: measure.value, low: measure.low, high: measure.high, outside }],
  );
  const desc = `${counted(points.length, 'point')} over the number of handoffs, with the limits of chance. ${words}.`;
  return { points, limits: funnel, whole: whole.value, unit, title: `${kpi.name}, one against all`, desc };
}

function PeopleTable({ answer, who }: { answer: PeopleAnswer; who: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label="One against all, table">
      <table className={table.table}>
        <caption className="visually-hidden">
          {answer.kpi.name} of each, where chance would put them, and between which ranks they lie: only those whose intervals do not
          overlap are put in order
        </caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" className={table.number}>
              n
            </th>
            <th scope="col" className={table.number}>
              Value, 95 %
            </th>
            <th scope="col" className={table.number}>
              By chance
            </th>
            <th scope="col">Verdict</th>
            <th scope="col" className={table.number}>
              Rank
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.people.map((person) => (
            <Row key={person.label} person={person} answer={answer} who={who} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ person, answer: { kpi, unit, period }, who }: { person: Person; answer: PeopleAnswer; who: string }) {
  const { label, value, measure, limits, p, rank } = person;
  return (
    <tr data-person={value ?? ''}>
      <th scope="row" className={styles.name}>
        {label}
      </th>
      <td className={table.number}>
        <Link
          to="/kpi/$id/handoff"
          params={{ id: kpi.id }}
          search={(now: object) => ({
            ...now,
            ...(period && { period: 'custom' as const, ...period }),
            who: undefined,
            kpi: kpi.id,
            by: who,
            group: value ?? '',
          })}
        >
          {count(measure.n)}
          <span className="visually-hidden"> List the handoffs of {label}</span>
        </Link>
      </td>
      <td className={table.number}>
        {measure.value === null ? (
          <span className={table.quiet}>{measure.n < 5 ? 'fewer than 5' : measure.why}</span>
        ) : (
          <>
            {quantity(measure.value, unit)}
            <span className={styles.small}>
              {interval(measure, unit)}
              {measure.wide && ' · wide'}
            </span>
          </>
        )}
      </td>
      <td className={table.number}>
        {limits ? interval({ ...limits, value: measure.value }, unit) : <span className={table.quiet}>–</span>}
      </td>
      <td>
        <Verdict person={person} />
        <span className={styles.small}>{chance(p)}</span>
      </td>
      <td className={table.number}>{rankWords(rank)}</td>
    </tr>
  );
}

function Verdict({ person: { outside, better, p } }: { person: Person }) {
  if (p === null) return <span className={table.quiet}>not compared</span>;
  if (!outside) return <>as chance would have it</>;
  return <span className={better ? styles.good : styles.bad}>{better ? 'better than chance explains' : 'worse than chance explains'}</span>;
}

/** "3 to 9": nobody is put before another unless their intervals do not overlap. */
function rankWords(rank: Person['rank']): string {
  if (!rank) return '–';
  return rank.best === rank.worst ? count(rank.best) : `${count(rank.best)} to ${count(rank.worst)}`;
}
