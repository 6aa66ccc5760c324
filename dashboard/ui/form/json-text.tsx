import { useState } from 'react';
import type { FieldProps } from './field-props.js';
import styles from './form.module.css';
import { labelOf } from './json-schema.js';

/** What no other field can draw, as JSON. Text that is none is not passed on, and said so. */
export function JsonText({ name, schema, value, onChange }: FieldProps) {
  const [text, setText] = useState(() => JSON.stringify(value ?? schema.default ?? null, null, 2));
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (next: string) => {
    setText(next);
    try {
      onChange(next.trim() === '' ? undefined : JSON.parse(next));
      setWrong(null);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <label className={styles.field}>
      <span>{labelOf(name, schema)}, as JSON</span>
      <textarea
        rows={6}
        value={text}
        spellCheck={false}
        aria-invalid={wrong !== null}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {wrong && <em className={styles.bad}>{wrong}</em>}
    </label>
  );
}
