import type { RiskModel } from '../api/shape.js';
import { count, counted, day, interval, plainNumber, quantity } from '../ui/format.js';
import { Panel } from '../ui/panel.js';
import { Calibration } from './calibration.js';
import styles from './risk.module.css';
import { useModel } from './use-model.js';
import { Weights } from './weights.js';

/** How good the chances were on past months, what weighs, or why there are none. */
export function ModelPanel({ asOf }: { asOf: string | undefined }) {
  const model = useModel(asOf);
  return (
    <Panel title="How good is this?" query={model} height={420}>
      {(answer) => (
        <>
          <p className={styles.words}>{answer.words}</p>
          <Tested model={answer} />
          {answer.calibration.length > 0 && <Calibration model={answer} />}
          {answer.weights.length > 0 && <Weights model={answer} />}
          <Learnt model={answer} />
        </>
      )}
    </Panel>
  );
}

/** Two digits: scores differ in the second. */
const hundredth = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

function Tested({ model: { score, months, churnDays } }: { model: RiskModel }) {
  if (score.scored === 0) return null;
  const said = (measure: RiskModel['score']['auc']) =>
    measure.low === null || measure.high === null ? '' : ` (${hundredth(measure.low)} to ${hundredth(measure.high)})`;
  const facts = [
    {
      name: 'AUC',
      value: hundredth(score.auc.value) + said(score.auc),
      words: `of the age alone ${hundredth(score.baseAuc.value)}; 0.5 is a coin`,
    },
    {
      name: 'Brier score',
      value: score.brier.value === null ? '–' : score.brier.value.toFixed(4),
      words: `of the base rate ${score.baseBrier.value === null ? '–' : score.baseBrier.value.toFixed(4)}; 0 is perfect`,
    },
    {
      name: 'Nearer than the base rate by',
      value: quantity(score.skill.value, 'share'),
      words: `95 % ${interval(score.skill, 'share') ?? 'not known'}`,
    },
    {
      name: 'Tested on',
      value: counted(months.length, 'month'),
      words: `${count(score.scored)} chances of ${count(score.auc.n)} handoffs, ${count(score.churned)} left by day ${churnDays}`,
    },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.sum}>{value}</dd>
          <dd className={styles.soft}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Learnt({ model }: { model: RiskModel }) {
  const { learntFrom, learntThrough, churnDays, unused, tookMs, needs, months } = model;
  const sampled = learntFrom.mature > learntFrom.most && learntFrom.handoffs > 0;
  return (
    <p className={styles.words}>
      Known through {day(learntThrough)}: {counted(learntFrom.mature, 'handoff')} with {churnDays} days behind them,{' '}
      {count(learntFrom.churned)} left by then. A chance needs {count(needs.churned)} of {count(needs.mature)}.
      {learntFrom.handoffs > 0 &&
        ` Learnt from ${counted(learntFrom.handoffs, 'handoff')}${sampled ? ` (drawn with seed ${learntFrom.seed})` : ''}, looked at on day ${learntFrom.landmarks.join(', ')}, in ${plainNumber(tookMs / 1000)} seconds.`}
      {months[0] && ` Tested as of the first day of each month from ${day(months[0])}, with nothing known later.`}
      {unused.length > 0 && ` Not used, because no source has recorded any: ${unused.join(', ').toLowerCase()}.`}{' '}
      {model.calibration.length > 0 && 'Handoffs with notice given are counted, not foretold.'}
    </p>
  );
}
