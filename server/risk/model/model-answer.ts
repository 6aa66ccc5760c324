import type { Workspace } from '../../../etl/warehouse/index.js';
import { knownShape } from '../../handoff/as-of.js';
import { toDate } from '../../handoff/column.js';
import type { Measure } from '../../kpi/kpi.schema.js';
import { measured } from '../../kpi/measure.js';
import { ask, type Ground } from '../../kpi/question.js';
import type { Interval } from '../../kpi/statistics/interval.js';
import { INPUT_NAMES, type Input, measuredBy } from '../measured.js';
import type { OneRiskQuery } from '../risk.schema.js';
import type { Score } from './backtest.js';
import { ENOUGH } from './enough.js';
import { LANDMARKS } from './landmark.js';
import type { ModelAnswer } from './model.schema.js';
import { basisWords } from './model-words.js';
import { type KnownModel, modelOf } from './models.js';
import { MOST_LEARNT } from './past.js';
import { SEED } from './sample.js';
import { weightsOf } from './weights.js';

/** What the chances rest on, how good they were on past months, and what weighs. */
export async function modelAnswered(ground: Ground, workspace: Workspace, query: OneRiskQuery): Promise<ModelAnswer> {
  const question = await ask(ground, workspace, { ...query, filter: [] });
  const model = await modelOf(question.snapshot, question);
  const known = measuredBy(question.snapshot, question.until);
  const inputs = Object.keys(INPUT_NAMES) as Input[];
  return {
    known: knownShape({ ...question, observedUntil: question.read ? toDate(question.until) : null }, workspace),
    ...shapeOf(model),
    unused: inputs.filter((input) => !known.has(input)).map((input) => INPUT_NAMES[input]),
  };
}

function shapeOf(model: KnownModel): Omit<ModelAnswer, 'known' | 'unused'> {
  const { verdict, fitted, churnDays, through, mature, months, score, byAge, calibration, tookMs } = model;
  return {
    basis: verdict === 'holds' ? 'history' : 'rules',
    verdict,
    words: basisWords(model),
    churnDays,
    learntThrough: toDate(through).toISOString(),
    learntFrom: {
      mature: mature.count,
      churned: mature.churned,
      handoffs: fitted?.handoffs ?? 0,
      looks: fitted?.looks ?? 0,
      most: MOST_LEARNT,
      seed: SEED,
      landmarks: LANDMARKS.filter((age) => age < churnDays),
    },
    needs: ENOUGH,
    tookMs,
    months: months.map((at) => toDate(at).toISOString().slice(0, 10)),
    score: scoreShape(score),
    byAge: byAge.map(({ from, to, score: of }) => ({
      from,
      to: Math.min(to, churnDays + 1),
      words: ageWords(from, Math.min(to, churnDays + 1)),
      score: scoreShape(of),
    })),
    calibration: calibration.map(({ observed, observedLow, observedHigh, handoffs, ...group }) => ({
      ...group,
      observed: rested({ value: observed, low: observedLow, high: observedHigh }, handoffs),
    })),
    weights: weightsOf(fitted),
    penalty: fitted?.penaltyShare ?? null,
    calibrationSlope: fitted?.calibration.slope ?? null,
  };
}

const ageWords = (from: number, to: number) => `day ${from} to ${to - 1}`;

function scoreShape({ scored, handoffs, churned, auc, baseAuc, gain, brier, baseBrier, skill }: Score): ModelAnswer['score'] {
  const plain = (value: number | null) => rested(value === null ? null : { value, low: null, high: null }, handoffs);
  return {
    scored,
    churned,
    auc: rested(auc, handoffs),
    baseAuc: rested(baseAuc, handoffs),
    gain: rested(gain, handoffs),
    brier: plain(brier),
    baseBrier: plain(baseBrier),
    skill: rested(skill, handoffs),
  };
}

/** Every handoff that was scored has had its whole window. */
function rested(found: ({ value: number } & { [limit in keyof Interval]: number | null }) | null, n: number): Measure {
  const estimate = found ?? { value: null, low: null, high: null };
  return measured({ ...estimate, why: found ? null : 'nobody left, or nobody stayed' }, { n, mature: n });
}
