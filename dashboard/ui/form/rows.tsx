import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { FieldProps } from './field-props.js';
import styles from './form.module.css';
import { Group } from './group.js';
import { blank, type JsonSchema, labelOf } from './json-schema.js';

interface Row {
  id: number;
  value: unknown;
}

let lastId = 0;
const row = (value: unknown): Row => ({ id: ++lastId, value });

/** A list of objects, one row each, in an order that counts. */
export function Rows({ name, schema, value, onChange, suggestions }: FieldProps) {
  const [rows, setRows] = useState(() => ((value ?? schema.default ?? []) as unknown[]).map(row));
  const inner = schema.items as JsonSchema;
  const label = labelOf(name, schema);
  const change = (next: Row[]) => {
    setRows(next);
    onChange(next.map((one) => one.value));
  };
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {rows.map((one, index) => (
        <div key={one.id} className={styles.row}>
          <Group
            plain
            name={`${name} ${index + 1}`}
            schema={inner}
            value={one.value}
            onChange={(next) => change(rows.map((other) => (other.id === one.id ? { ...other, value: next } : other)))}
            {...(suggestions && { suggestions })}
          />
          <CloseButton
            aria-label={`Remove row ${index + 1} of ${label}`}
            onClick={() => change(rows.filter((other) => other.id !== one.id))}
          />
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => change([...rows, row(blank(inner))])}>
        Add
      </Button>
    </fieldset>
  );
}
