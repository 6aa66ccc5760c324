import { useState } from 'react';
import type { FieldProps } from './field-props.js';
import styles from './form.module.css';
import { labelOf } from './json-schema.js';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list of texts, one per line. */
export function Lines({ name, schema, value, onChange }: FieldProps) {
  const [text, setText] = useState(listOf(value ?? schema.default).join('\n'));
  return (
    <label className={styles.field}>
      <span>{labelOf(name, schema)}, one per line</span>
      <textarea
        rows={Math.min(6, Math.max(2, text.split('\n').length))}
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange(linesOf(event.currentTarget.value));
        }}
      />
    </label>
  );
}
