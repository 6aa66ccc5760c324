import type { DefinitionAnswer } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import form from '../ui/form/form.module.css';
import styles from './definition.module.css';
import type { PartProps } from './part-props.js';

type Stage = DefinitionAnswer['choices']['stages'][number];

/** Which stages count as won. A tick that says what the CRM says is no rule. */
export function WonStages({ definition, change, choices: { stages } }: PartProps) {
  const { wonStages } = definition.rules;
  const ruleOf = (stage: Stage) => wonStages.find((rule) => sameStage(rule, stage));
  const set = (stage: Stage, won: boolean) => {
    const others = wonStages.filter((rule) => !sameStage(rule, stage));
    const rule = { source: stage.source, pipeline: stage.pipeline, stage: stage.stage, won };
    change({ ...definition, rules: { ...definition.rules, wonStages: won === stage.won ? others : [...others, rule] } });
  };
  const pipelines = [...new Set(stages.map(nameOf))].map((name) => [name, stages.filter((stage) => nameOf(stage) === name)] as const);
  if (stages.length === 0) return <p className={styles.soft}>No source has told its pipelines yet: deals are won as it says.</p>;
  return (
    <>
      <p className={styles.soft}>A handoff begins when its deal first enters one of these. Unticked and ticked by hand outranks the CRM.</p>
      {pipelines.map(([name, ofPipeline]) => (
        <fieldset key={name} className={form.group}>
          <legend>{name}</legend>
          {ofPipeline.map((stage) => {
            const rule = ruleOf(stage);
            return (
              <label key={stage.stage} className={form.check}>
                <input type="checkbox" checked={rule?.won ?? stage.won} onChange={(event) => set(stage, event.currentTarget.checked)} />
                {stage.label}
                {rule && <Badge tone="accent">{stage.won ? 'the CRM says won' : 'the CRM says not won'}</Badge>}
              </label>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}

const nameOf = ({ sourceName, pipeline }: Stage): string => `${sourceName}, ${pipeline}`;

const sameStage = (rule: { source: string; pipeline: string; stage: string }, stage: Stage) =>
  rule.source === stage.source && rule.pipeline === stage.pipeline && rule.stage === stage.stage;
