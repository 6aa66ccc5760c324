import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KpiAnswer, Scope } from '../api/shape.js';
import { Sparkline } from '../chart/sparkline.js';
import { count, counted, day, moment } from '../ui/format.js';
import { ComparisonWords, SignalWords } from './change-words.js';
import { MeasureValue } from './measure-value.js';
import type { Change, ListSearch, OverviewSearch } from './overview-search.js';
import { targetWords } from './target.js';
import styles from './tile.module.css';
import { trendSentence } from './trend-words.js';

interface TileProps {
  answer: KpiAnswer;
  scope: Scope;
  chosen: boolean;
  search: OverviewSearch;
  change: Change<OverviewSearch>;
}

/** One KPI: the number and everything it rests on. Clicking it chooses it for the charts below. */
export function Tile({ answer, scope, chosen, search, change }: TileProps) {
  const { kpi, measure, comparison, signal, trend } = answer;
  return (
    <article className={`${styles.tile} ${chosen ? styles.chosen : ''}`} data-kpi={kpi.id}>
      <header className={styles.head}>
        <h3 className={styles.name}>
          <Link
            to="/"
            search={{ ...search, kpi: kpi.id }}
            resetScroll={false}
            replace
            className={styles.choose}
            aria-current={chosen || undefined}
          >
            {kpi.name}
          </Link>
        </h3>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          className={styles.above}
          aria-label={`How ${kpi.name} is counted`}
          onClick={() => change({ how: kpi.id })}
        >
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </header>
      <MeasureValue measure={measure} unit={kpi.unit} />
      <RestsOn answer={answer} search={search} />
      <div className={styles.changes}>
        <SignalWords signal={signal} />
        {comparison && <ComparisonWords comparison={comparison} better={kpi.better} />}
      </div>
      <Sparkline
        points={trend.map((point) => ({
          key: point.period.from,
          value: point.measure.value,
          mature: point.mature,
          outside: point.outside,
        }))}
        label={trendSentence(answer)}
      />
      <footer className={styles.foot}>
        <span>{targetWords(kpi) ? `Target ${targetWords(kpi)}` : 'No target'}</span>
        <span>{scope.dataAsOf ? `Data as of ${moment(scope.dataAsOf, scope.timeZone)}` : 'Not fully read yet'}</span>
      </footer>
    </article>
  );
}

function RestsOn({ answer: { kpi, measure, maturesOn }, search }: { answer: KpiAnswer; search: ListSearch }) {
  return (
    <p className={styles.rests}>
      {measure.n > 0 ? (
        <Link to="/kpi/$id/handoff" params={{ id: kpi.id }} search={search} className={styles.above} data-count={measure.n}>
          n = {count(measure.n)}{' '}
          <span className="visually-hidden">
            {counted(measure.n, 'handoff')} behind {kpi.name}
          </span>
        </Link>
      ) : (
        'n = 0'
      )}
      {measure.n > 0 && (measure.mature === measure.n ? ', all mature' : `, ${count(measure.mature)} mature`)}
      {maturesOn && measure.n > 0 && <span className={styles.soFar}>so far; whole on {day(maturesOn)}</span>}
    </p>
  );
}
