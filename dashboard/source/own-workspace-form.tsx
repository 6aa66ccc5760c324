import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../ui/form/form.module.css';
import { useOwnWorkspace } from './use-connect.js';

/** The way from the sample company to one's own: its tools are fixed, and its data never mixes with anybody's. */
export function OwnWorkspaceForm() {
  const open = useOwnWorkspace();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [currency, setCurrency] = useState('EUR');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ name, timeZone, currency });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Open your own workspace">
      <p className={styles.soft}>
        This is the sample company, whose tools are fixed. Open a workspace of your own to connect yours; the sample stays as it is.
      </p>
      <div className={styles.row}>
        <label className={styles.field}>
          <span>Company</span>
          <input value={name} required maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
        </label>
        <label className={styles.field}>
          <span>Time zone</span>
          <input value={timeZone} required list="own-time-zones" onChange={(event) => setTimeZone(event.currentTarget.value)} />
        </label>
        <label className={styles.field}>
          <span>Currency</span>
          <input value={currency} required pattern="[A-Z]{3}" maxLength={3} onChange={(event) => setCurrency(event.currentTarget.value)} />
        </label>
        <datalist id="own-time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      {open.error && (
        <p role="alert" className={styles.bad}>
          {open.error.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={open.isPending}>
          Open your workspace
        </Button>
      </div>
    </form>
  );
}
