import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../ui/form/form.module.css';
import { blank, type JsonSchema } from '../ui/form/json-schema.js';
import { SchemaForm } from '../ui/form/schema-form.js';
import { ScheduleChoice } from './schedule-choice.js';
import { type ToConnect, useConnect } from './use-connect.js';

interface ConnectFormProps {
  kind: { kind: string; name: string; settings: JsonSchema; credentials: JsonSchema | null };
  done: (id: string) => void;
}

const fieldsOf = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** What a tool must be told. It is asked before anything is kept; what it refuses is said here, and what was typed stays. */
export function ConnectForm({ kind, done }: ConnectFormProps) {
  const connect = useConnect();
  const [name, setName] = useState(kind.name);
  const [settings, setSettings] = useState<unknown>({});
  const [credentials, setCredentials] = useState<unknown>(kind.credentials ? blank(kind.credentials) : undefined);
  const [schedule, setSchedule] = useState<string | null>('*/15 * * * *');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: ToConnect = { kind: kind.kind, name, settings: fieldsOf(settings), credentials, schedule };
    connect.mutate(body, { onSuccess: ({ id }) => done(id) });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={`Connect ${kind.name}`}>
      <label className={styles.field}>
        <span>Name</span>
        <input value={name} required maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
      </label>
      {kind.credentials && (
        <SchemaForm name="credentials" schema={kind.credentials} value={credentials} onChange={setCredentials} secret required />
      )}
      <SchemaForm name="settings" schema={kind.settings} value={settings} onChange={setSettings} without={['mapping']} fold />
      <ScheduleChoice value={schedule} onChange={setSchedule} />
      {connect.error && (
        <p role="alert" className={styles.bad}>
          {connect.error.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={connect.isPending}>
          Test and connect
        </Button>
        <span className={styles.soft}>Secrets are sealed when they are kept, and never shown again.</span>
      </div>
    </form>
  );
}
