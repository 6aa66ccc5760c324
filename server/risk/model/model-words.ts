import { ENOUGH } from './enough.js';
import type { Verdict } from './learn.js';
import type { KnownModel } from './models.js';

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** Why no chance is said, as part of a sentence. */
export function noModelWords(model: KnownModel | null): string {
  if (!model) return 'the chances are not worked out yet; ask again in a minute';
  return WANTING[model.verdict](model);
}

const WANTING: Readonly<Record<Verdict, (model: KnownModel) => string>> = {
  holds: () => '',
  'too little history': ({ mature: { count, churned }, churnDays }) =>
    `the history is too short: of ${count} handoffs with ${churnDays} days behind them ${churned} left; from ${ENOUGH.churned} of ${ENOUGH.mature} on a chance can be said`,
  'not tested yet': ({ churnDays }) =>
    `no month of the past could be tested yet: before it, ${ENOUGH.churned} of ${ENOUGH.mature} handoffs must have left by day ${churnDays}`,
  'no better than the base rate': ({ score, months }) =>
    `tested on ${months.length} past months, the history told no better than the base rate${gainWords(score)}`,
};

function gainWords({ gain, skill }: KnownModel['score']): string {
  if (!gain || !skill) return '';
  const digits = (value: number) => value.toFixed(2);
  return ` (AUC above that of the age alone by ${digits(gain.value)}, 95 % ${digits(gain.low)} to ${digits(gain.high)}; Brier skill ${percent(skill.value)})`;
}

/** What the order and the chances rest on, as a sentence. */
export function basisWords(model: KnownModel | null): string {
  if (model?.verdict !== 'holds') return `Ordered by rule, the most money first, because ${noModelWords(model)}.`;
  const { fitted, score, months, churnDays } = model;
  const auc = score.auc ? `, AUC ${score.auc.value.toFixed(2)}` : '';
  return `Chances of churn by day ${churnDays} from ${fitted?.handoffs ?? 0} past handoffs, tested on ${months.length} past months${auc}.`;
}
