import { Button, CloseButton } from '@mantine/core';
import { Choice } from '../ui/choice.js';
import form from '../ui/form/form.module.css';
import styles from './definition.module.css';
import type { PartProps } from './part-props.js';

type Rule = PartProps['definition']['rules']['firstValue'][number];

const WHEN = [
  { value: 'event', label: 'the mapped first-value event' },
  { value: 'onboarding-completed', label: 'onboarding completed' },
  { value: 'kickoff-held', label: 'kickoff call held' },
  { value: 'task', label: 'a task done' },
] as const;

/** What first value is, by product, and how full a brief must be. */
export function FirstValueFields({ definition, change, choices }: PartProps) {
  const { rules } = definition;
  const set = (firstValue: Rule[]) => change({ ...definition, rules: { ...rules, firstValue } });
  const patch = (index: number, with_: Partial<Rule>) => set(rules.firstValue.map((one, i) => (i === index ? { ...one, ...with_ } : one)));
  return (
    <>
      <p className={styles.soft}>The first rule that fits the product holds; the last is for all others.</p>
      <Suggestions id="products-seen" values={choices.products} />
      <Suggestions id="tasks-seen" values={choices.tasks} />
      {rules.firstValue.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place, which counts.
        <fieldset key={index} className={form.group}>
          <legend>{rule.product === null ? 'All other products' : `Rule ${index + 1}`}</legend>
          <div className={form.row}>
            {rule.product !== null && (
              <TextField label="Product" list="products-seen" value={rule.product} onChange={(product) => patch(index, { product })} />
            )}
            <Choice
              label="First value is"
              value={rule.when}
              options={WHEN}
              onChange={(when) => patch(index, { when, task: when === 'task' ? (rule.task ?? '') : null })}
            />
            {rule.when === 'task' && (
              <TextField
                label="Words in its subject"
                list="tasks-seen"
                value={rule.task ?? ''}
                onChange={(task) => patch(index, { task })}
              />
            )}
            {rule.product !== null && (
              <CloseButton
                aria-label={`Remove the rule for ${rule.product || 'no product'}`}
                onClick={() => set(rules.firstValue.filter((_, i) => i !== index))}
              />
            )}
          </div>
        </fieldset>
      ))}
      <Button
        className={styles.add}
        size="compact-sm"
        variant="default"
        onClick={() => set([{ product: choices.products[0] ?? '', when: 'event', task: null }, ...rules.firstValue])}
      >
        Add a rule for a product
      </Button>
      <label className={form.field}>
        <span>Sections that an accepted brief must have, of six</span>
        <input
          type="number"
          min={0}
          max={6}
          step={1}
          value={rules.brief.sections}
          onChange={(event) => change({ ...definition, rules: { ...rules, brief: { sections: event.currentTarget.valueAsNumber } } })}
        />
      </label>
    </>
  );
}

function Suggestions({ id, values }: { id: string; values: string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

interface TextFieldProps {
  label: string;
  list: string;
  value: string;
  onChange: (value: string) => void;
}

function TextField({ label, list, value, onChange }: TextFieldProps) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input required list={list} value={value} maxLength={200} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
