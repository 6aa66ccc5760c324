import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { type FieldProps, useInnerField } from './field-props.js';
import styles from './form.module.css';
import { blank, type JsonSchema, labelOf } from './json-schema.js';

interface Pair {
  /** Of the row on the page: the name may be typed twice for a moment. */
  id: number;
  name: string;
  value: unknown;
}

let lastId = 0;
const pair = (name: string, value: unknown): Pair => ({ id: ++lastId, name, value });

const pairsOf = (value: unknown): Pair[] =>
  Object.entries((value ?? {}) as Record<string, unknown>).map(([name, inner]) => pair(name, inner));

/** A table of names and what each means. Rows without a name or meaning are not kept. */
export function Pairs({ name, schema, value, onChange, suggestions }: FieldProps) {
  const Field = useInnerField();
  const [pairs, setPairs] = useState(() => pairsOf(value ?? schema.default));
  const inner = schema.additionalProperties as JsonSchema;
  const label = labelOf(name, schema);
  const change = (next: Pair[]) => {
    setPairs(next);
    onChange(
      Object.fromEntries(
        next.filter((one) => one.name.trim() !== '' && one.value !== undefined).map((one) => [one.name.trim(), one.value]),
      ),
    );
  };
  const patch = (id: number, with_: Partial<Pair>) => change(pairs.map((one) => (one.id === id ? { ...one, ...with_ } : one)));
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {pairs.map((one, index) => (
        <div key={one.id} className={styles.row}>
          <label className={styles.field}>
            <span>Name</span>
            <input
              value={one.name}
              spellCheck={false}
              autoComplete="off"
              list={suggestions}
              onChange={(event) => patch(one.id, { name: event.currentTarget.value })}
            />
          </label>
          <Field
            name="means"
            schema={inner}
            value={one.value}
            onChange={(next) => patch(one.id, { value: next })}
            {...(suggestions && { suggestions })}
          />
          <CloseButton
            aria-label={`Remove ${one.name || `row ${index + 1}`} from ${label}`}
            onClick={() => change(pairs.filter(({ id }) => id !== one.id))}
          />
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => change([...pairs, pair('', blank(inner))])}>
        Add
      </Button>
    </fieldset>
  );
}
