import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import form from '../ui/form/form.module.css';
import styles from './definition.module.css';

interface DecisionFormProps {
  /** Number of the version it becomes. */
  next: number;
  deciding: boolean;
  decide: (said: { note: string; by: string }) => void;
}

/** Why, and who: without a reason nobody can say later why the numbers moved. */
export function DecisionForm({ next, deciding, decide }: DecisionFormProps) {
  const [note, setNote] = useState('');
  const [by, setBy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide({ note, by: by.trim() });
  };
  return (
    <form className={styles.card} onSubmit={submit} aria-label="Decide">
      <label className={form.field}>
        <span>Why, as it is shown on the trends</span>
        <textarea rows={2} required minLength={3} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      <label className={form.field}>
        <span>Your name, if it should be in the history</span>
        <input value={by} maxLength={100} autoComplete="name" onChange={(event) => setBy(event.currentTarget.value)} />
      </label>
      <div className={form.actions}>
        <Button type="submit" size="xs" loading={deciding}>
          Save as version {next}
        </Button>
      </div>
    </form>
  );
}
