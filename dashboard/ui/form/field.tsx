import { Choice } from '../choice.js';
import type { FieldProps } from './field-props.js';
import styles from './form.module.css';
import { Group } from './group.js';
import { filled, isNullable, kindOf, labelOf } from './json-schema.js';
import { JsonText } from './json-text.js';
import { Lines } from './lines.js';
import { Pairs } from './pairs.js';
import { Rows } from './rows.js';
import { Ways } from './ways.js';

/** One field of a form that follows from a JSON Schema. */
export function Field(props: FieldProps) {
  const schema = filled(props.schema);
  const inner = { ...props, schema };
  switch (kindOf(schema)) {
    case 'fixed':
      return null;
    case 'choice':
      return <OneOf {...inner} nullable={isNullable(props.schema)} />;
    case 'switch':
      return <Switch {...inner} />;
    case 'number':
      return <NumberInput {...inner} />;
    case 'text':
      return <TextInput {...inner} />;
    case 'lines':
      return <Lines {...inner} />;
    case 'rows':
      return <Rows {...inner} />;
    case 'pairs':
      return <Pairs {...inner} />;
    case 'group':
      return <Group {...inner} />;
    case 'ways':
      return <Ways {...inner} />;
    case 'json':
      return <JsonText {...inner} />;
  }
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function TextInput({ name, schema, value, onChange, required = false, secret = false, suggestions }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{labelOf(name, schema)}</span>
      <input
        type={secret ? 'password' : 'text'}
        value={asText(value)}
        placeholder={asText(schema.default)}
        required={required && schema.default === undefined}
        autoComplete={secret ? 'new-password' : 'off'}
        spellCheck={false}
        list={suggestions}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
    </label>
  );
}

function NumberInput({ name, schema, value, onChange, required = false }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{labelOf(name, schema)}</span>
      <input
        type="number"
        value={asText(value)}
        placeholder={asText(schema.default)}
        required={required && schema.default === undefined}
        min={schema.minimum}
        max={schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum}
        step={schema.type === 'integer' ? 1 : 'any'}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

function Switch({ name, schema, value, onChange }: FieldProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={Boolean(value ?? schema.default)} onChange={(event) => onChange(event.currentTarget.checked)} />
      {labelOf(name, schema)}
    </label>
  );
}

function OneOf({ name, schema, value, onChange, nullable }: FieldProps & { nullable: boolean }) {
  const chosen = asText(value ?? schema.default);
  const none = nullable || chosen === '' ? [{ value: '', label: 'none' }] : [];
  const options = [...none, ...(schema.enum ?? []).map((option) => ({ value: option, label: option }))];
  return (
    <Choice label={labelOf(name, schema)} value={chosen} options={options} onChange={(next) => onChange(next === '' ? undefined : next)} />
  );
}
