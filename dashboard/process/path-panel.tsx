import type { ProcessAnswer } from '../api/shape.js';
import { PathChart } from '../chart/path-chart.js';
import { count, counted } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import { pathSentence, pathSteps } from './path-words.js';
import styles from './process.module.css';
import { StepTable } from './step-table.js';

/** The picture of the way, and the same in figures. */
export function PathPanel({ query }: { query: Asked<ProcessAnswer> }) {
  return (
    <Panel title="The way from the won deal to first value" query={query} height={420}>
      {(process) => (
        <>
          <PathChart
            title="The way from the won deal to first value"
            desc={pathSentence(process)}
            steps={pathSteps(process)}
            moves={process.moves.flatMap(({ from, to, count: size }) => (to === 'left' ? [] : [{ from, to, count: size }]))}
          />
          <p className={styles.legend}>
            A circle is as full as the share that gets there within 90 days; a line as wide as handoffs go that way next. Grey bows leave
            steps out, dashed ones go against the order. {count(process.finished)} of {counted(process.handoffs, 'handoff')} are through,{' '}
            {count(process.left)} left.
          </p>
          <StepTable process={process} />
        </>
      )}
    </Panel>
  );
}
