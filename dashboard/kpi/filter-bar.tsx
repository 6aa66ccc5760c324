import { Button } from '@mantine/core';
import { Choice, DayChoice } from '../ui/choice.js';
import { AddFilter } from './add-filter.js';
import { addDays } from './calendar.js';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.js';
import type { Change } from './overview-search.js';
import { asOfDay, presetOf } from './period.js';
import { COMPARES, INTERVALS, PERIODS, type ScopeSearch, TIMES } from './scope-search.js';
import type { AskedScope } from './use-scope.js';

const PERIOD_WORDS: Record<(typeof PERIODS)[number], string> = {
  '3m': 'last 3 months',
  '6m': 'last 6 months',
  '12m': 'last 12 months',
  '24m': 'last 24 months',
  quarter: 'this quarter',
  'last-quarter': 'last quarter',
  mature: '12 mature months',
  custom: 'from … to …',
};
const COMPARE_WORDS: Record<(typeof COMPARES)[number], string> = { previous: 'the period before', year: 'a year earlier', none: 'nothing' };
const TIME_WORDS: Record<(typeof TIMES)[number], string> = { wall: 'by the clock', working: 'in working time' };
const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

interface FilterBarProps {
  search: ScopeSearch;
  scope: AskedScope | null;
  change: Change<ScopeSearch>;
  /** Where nothing is compared and no trend is drawn. */
  steady?: boolean;
}

/** What is asked: when won, compared with what, as of when, and of which handoffs. All of it is in the URL. */
export function FilterBar({ search, scope, change, steady = false }: FilterBarProps) {
  const preset = presetOf(search);
  const today = scope ? asOfDay(undefined, scope.at) : undefined;
  const choosePeriod = (period: (typeof PERIODS)[number]) =>
    change(
      period === 'custom'
        ? { period, from: scope?.period.from, to: scope?.period.to }
        : { period: period === '12m' ? undefined : period, from: undefined, to: undefined },
    );
  return (
    <section className={styles.bar} aria-label="What is asked">
      <Choice label="Won in" value={preset} options={optionsOf(PERIODS, PERIOD_WORDS)} onChange={choosePeriod} />
      {preset === 'custom' && scope && (
        <>
          <DayChoice
            label="From"
            value={scope.period.from}
            max={scope.period.to}
            onChange={(from) => change({ period: 'custom', from: from ?? undefined })}
          />
          <DayChoice
            label="Through"
            value={addDays(scope.period.to, -1)}
            min={scope.period.from}
            onChange={(last) => change({ period: 'custom', to: last ? addDays(last, 1) : undefined })}
          />
        </>
      )}
      {!steady && (
        <Choice
          label="Compared with"
          value={search.compare ?? 'previous'}
          options={optionsOf(COMPARES, COMPARE_WORDS)}
          onChange={(compare) => change({ compare: compare === 'previous' ? undefined : compare })}
        />
      )}
      <DayChoice
        label="As of the end of"
        value={scope ? asOfDay(search.asOf, scope.at) : ''}
        max={today}
        onChange={(day) => change({ asOf: day === null || day === today ? undefined : day })}
      />
      {!steady && (
        <Choice
          label="Trend by"
          value={search.interval ?? 'month'}
          options={INTERVALS.map((value) => ({ value, label: value }))}
          onChange={(interval) => change({ interval: interval === 'month' ? undefined : interval })}
        />
      )}
      <Choice
        label="Hours"
        value={search.time ?? 'wall'}
        options={optionsOf(TIMES, TIME_WORDS)}
        onChange={(time) => change({ time: time === 'wall' ? undefined : time })}
      />
      <AddFilter scope={scope} chosen={search.filter ?? []} onChange={(filter) => change({ filter })} />
      <FilterChips filters={search.filter ?? []} onChange={(filter) => change({ filter })} />
      {search.definition && (
        <Button size="compact-sm" variant="subtle" className={styles.reset} onClick={() => change({ definition: undefined })}>
          Counted by definitions version {search.definition}: back to the newest
        </Button>
      )}
      {search.asOf && (
        <Button size="compact-sm" variant="subtle" className={styles.reset} onClick={() => change({ asOf: undefined })}>
          Back to now
        </Button>
      )}
    </section>
  );
}
