import type { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { markersOf } from '../definition/markers.js';
import { invalid } from '../http/problem.js';
import { breakdownOf, dictionaryOf } from './breakdown.js';
import { comparedIn } from './compared.js';
import { comparisonOf, judged, type Unjudged } from './comparison.js';
import { type Cut, count, weigh } from './count.js';
import { type Earlier, earlierThan } from './earlier.js';
import type { Counts, Kpi, Observation } from './kpi.js';
import type { KpiAnswer, kpiAnswers, kpiQuery, oneKpiAnswer } from './kpi.schema.js';
import { kpiOf, kpisOn } from './kpis.js';
import { maturityOf } from './maturity.js';
import { measure, measureCurve, measureDetail, outcomes } from './measure.js';
import { addMonths, cut, firstWhole, type Period } from './period.js';
import { ask, type Ground, type Question, rangeOf, scopeOf } from './question.js';
import { remembered } from './remembered.js';
import { type Otherwise, otherwise, withRestated } from './restated.js';
import type { Range } from './selection.js';
import { signalOf } from './signal.js';
import { trendOf } from './trend.js';

export type KpiQuery = z.infer<typeof kpiQuery>;

/** A trend of more points than this is no picture. */
const MOST_POINTS = 520;

/** Everything a question about KPIs looks at, as rows. */
interface View {
  question: Question;
  query: KpiQuery;
  range: Range;
  earlier: Earlier | null;
  periods: Period[];
  ranges: Range[];
  by: Cut['by'];
  /** One KPI is asked about: its groups are also held against each other. */
  alone: boolean;
  /** What had been told otherwise before. */
  other: Otherwise | null;
}

/** Its comparison still has to be judged beside those of the other KPIs. */
type Unfinished = Omit<KpiAnswer, 'comparison'> & { comparison: Unjudged | null };

/** Every KPI over the same handoffs. */
export async function allAnswers(ground: Ground, workspace: Workspace, query: KpiQuery): Promise<z.infer<typeof kpiAnswers>> {
  const view = await viewOf(ground, workspace, query);
  const { from, to } = view.range;
  const answers = kpisOn(view.question.terms).map((kpi) => answer(kpi, view));
  const comparisons = judged(answers.map(({ comparison }) => comparison));
  const kpis = answers.map((one, i) => ({ ...one, comparison: comparisons[i] ?? null }));
  return { scope: shownScope(view), handoffs: to - from, kpis };
}

/** Throws when there is no KPI of that id. */
export async function oneAnswer(
  ground: Ground,
  workspace: Workspace,
  { id, ...query }: KpiQuery & { id: string },
): Promise<z.infer<typeof oneKpiAnswer>> {
  const view = { ...(await viewOf(ground, workspace, query)), alone: true };
  const kpi = kpiOf(view.question.terms, id);
  const one = answer(kpi, view);
  const others = kpisOn(view.question.terms).filter((other) => other !== kpi);
  const [comparison = null] = judged([one.comparison, ...others.map((other) => comparisonIn(other, view))]);
  return { scope: shownScope(view), answer: { ...one, comparison } };
}

async function viewOf(ground: Ground, workspace: Workspace, query: KpiQuery): Promise<View> {
  const question = await ask(ground, workspace, query);
  const earlier = query.compare === 'none' ? null : earlierThan(question.period, query.compare);
  const periods = trendPeriods(question, query);
  const range = rangeOf(question, question.period);
  return {
    question,
    query,
    range,
    by: query.by === undefined ? null : { range, dictionary: dictionaryOf(question, query.by, range) },
    earlier,
    periods,
    ranges: periods.map((period) => rangeOf(question, period)),
    alone: false,
    other: await otherwise(ground, question),
  };
}

const shownScope = ({ question, query }: View) => scopeOf(question, { by: query.by ?? null, interval: query.interval });

/** Whole intervals; by default those that begin in the 24 months before the end of the period. */
function trendPeriods({ period, calendar }: Question, { trendFrom, interval }: KpiQuery): Period[] {
  const from = trendFrom ?? firstWhole(addMonths(period.to, -24), interval, calendar);
  if (from >= period.to) throw invalid([{ message: `the trend from ${from} to ${period.to} has no days`, path: ['trendFrom'] }]);
  const periods = cut({ from, to: period.to }, interval, calendar);
  if (periods.length <= MOST_POINTS) return periods;
  const message = `a trend of ${periods.length} ${interval}s is too long; ask for at most ${MOST_POINTS}, or for longer intervals`;
  throw invalid([{ message, path: ['trendFrom'] }]);
}

function answer(kpi: Kpi, { question, query, range, earlier, periods, ranges, by, alone, other }: View): Unfinished {
  const compared = earlier && comparedIn(question, kpi, earlier);
  const counted = count(question, kpi, { ranges: [range, ...(compared?.ranges ?? []), ...ranges], by });
  const [now, part, before] = counted.ranges;
  if (!now) throw new Error('the period was not counted');
  const trend = trendOf(kpi, question, { periods, counts: counted.ranges.slice(compared ? 3 : 1), interval: query.interval });
  return {
    kpi: declarationOf(kpi),
    measure: measure(kpi, now),
    maturesOn: maturityOf(question, question.period, kpi.windowDays).maturesOn,
    details: detailsOf(kpi, { question, range, now }),
    outcomes: outcomes(kpi, now),
    signal: signalOf(trend, query.interval),
    comparison: compared && part && before ? comparisonOf(kpi, question, { compared, now: part, before }) : null,
    trend: withRestated(
      trend.map(({ point }) => point),
      { kpi, counts: counted.ranges.slice(compared ? 3 : 1), other },
    ),
    markers: markersOf(question, { kpi: kpi.id, periods }),
    breakdown: by && breakdownOf(kpi, by.dictionary, { groups: counted.groups, apart: alone }),
    curve: alone ? measureCurve(kpi, now) : null,
  };
}

/** The comparison of a KPI that is not itself asked about: how many look at once decides what is clear. */
function comparisonIn(kpi: Kpi, { question, earlier }: View): Unjudged | null {
  const compared = earlier && comparedIn(question, kpi, earlier);
  if (!compared) return null;
  const [now, before] = count(question, kpi, { ranges: compared.ranges, by: null }).ranges;
  return now && before ? comparisonOf(kpi, question, { compared, now, before }) : null;
}

/** The numbers beside the main one, over one range; what several of them rest on is counted once. */
export function detailsOf(kpi: Kpi, { question, range, now }: { question: Question; range: Range; now: Counts }): KpiAnswer['details'] {
  const { windowDays } = kpi;
  const counted = remembered((observe: Observation): Counts => {
    const [counts] = observe === kpi.observe ? [now] : count(question, { observe, windowDays }, { ranges: [range], by: null }).ranges;
    return counts ?? now;
  });
  return kpi.details.map((detail) => {
    const { id, label, unit, observe = kpi.observe, weight } = detail;
    const weightOf = weight?.(question.snapshot, question.workspace.currency);
    const counts = weightOf ? weigh(question, { observe, windowDays }, { range, weightOf }) : { ...counted(observe), weights: null };
    return { id, label, unit, measure: measureDetail(kpi, detail, counts) };
  });
}

/** What the KPI says of itself. */
export function declarationOf({
  id,
  name,
  question,
  definition,
  statistic,
  unit,
  better,
  targets,
  headline,
  part,
  windowDays,
  version,
}: Kpi): KpiAnswer['kpi'] {
  return { id, name, question, definition, statistic, unit, better, targets, headline, part, windowDays, version };
}
