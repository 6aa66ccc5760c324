import { type Dictionary, toSeconds } from '../../server/handoff/column.js';
import { type Counted, count } from '../../server/kpi/count.js';
import type { Observation } from '../../server/kpi/kpi.js';
import { kpisOn } from '../../server/kpi/kpis.js';
import type { Period } from '../../server/kpi/period.js';
import { type Question, rangeOf } from '../../server/kpi/question.js';
import { select } from '../../server/kpi/select.js';

/** Something that is counted for a payload: the main number of a KPI by month and group, or one beside it over the period. */
export interface Counting {
  name: string;
  observe: Observation;
  windowDays: number;
  /** 'main': by month, period and group; 'beside': over the period alone. */
  kind: 'main' | 'beside';
}

/** What a payload is counted for. */
export interface Asked {
  question: Question;
  months: readonly Period[];
  by: { name: string; dictionary: Dictionary };
  countings: readonly Counting[];
}

/** All that the KPIs count, the same only once; `headline`: only of the five that lead. */
export function countingsOf({ terms }: Question, { headline }: { headline: boolean }): Counting[] {
  const kpis = kpisOn(terms).filter((kpi) => !headline || kpi.headline);
  const main = kpis.map(({ id, observe, windowDays }): Counting => ({ name: id, observe, windowDays, kind: 'main' }));
  const beside = kpis.flatMap(({ id, observe: own, windowDays, details }) =>
    details.flatMap(({ id: detail, observe = own, weight }): Counting[] =>
      observe === own || weight ? [] : [{ name: `${id}/${detail}`, observe, windowDays, kind: 'beside' }],
    ),
  );
  const same = (one: Counting, two: Counting) => one.observe === two.observe && one.windowDays === two.windowDays;
  return [...main, ...beside.filter((one, i) => beside.findIndex((other) => same(one, other)) === i)];
}

/** The counts by our columns, from the filters on: of each month, the period, the one before, and each group of the period. */
export function countByColumns({ question: asked, months, by, countings }: Asked): Counted[] {
  const question = { ...asked, rows: reselected(asked) };
  const ranges = months.map((month) => rangeOf(question, month));
  const period = rangeOf(question, question.period);
  const earlier = { from: ranges[0]?.from ?? 0, to: period.from };
  const groups = { range: period, dictionary: by.dictionary };
  return countings.map(({ observe, windowDays, kind }) =>
    count(
      question,
      { observe, windowDays },
      kind === 'main' ? { ranges: [period, earlier, ...ranges], by: groups } : { ranges: [period], by: null },
    ),
  );
}

/** The rows that pass, found anew. */
function reselected({ snapshot, filters, asOf }: Question): Uint32Array {
  return select(snapshot, filters, snapshot.firstWonFrom(toSeconds(asOf) + 1));
}
