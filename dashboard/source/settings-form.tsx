import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SourceKind, SourceSettings } from '../api/shape.js';
import styles from '../ui/form/form.module.css';
import { blank } from '../ui/form/json-schema.js';
import { SchemaForm } from '../ui/form/schema-form.js';
import { ScheduleChoice } from './schedule-choice.js';
import { useChangeSettings } from './use-settings.js';

/** What a source was told. Secrets stay unless new ones are typed. */
export function SettingsForm({ kind, given }: { kind: SourceKind; given: SourceSettings }) {
  const change = useChangeSettings(given.id);
  const { mapping: _, ...told } = given.settings;
  const [name, setName] = useState(given.name);
  const [settings, setSettings] = useState<unknown>(told);
  const [schedule, setSchedule] = useState(given.schedule);
  const [credentials, setCredentials] = useState<unknown>(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fresh = credentials === undefined ? {} : { credentials };
    change.mutate(
      { name, settings: settings as Record<string, unknown>, schedule, ...fresh },
      { onSuccess: () => setCredentials(undefined) },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={`Settings of ${given.name}`}>
      <label className={styles.field}>
        <span>Name</span>
        <input value={name} required maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
      </label>
      <SchemaForm name="settings" schema={kind.settings} value={settings} onChange={setSettings} without={['mapping']} fold />
      <ScheduleChoice value={schedule} onChange={setSchedule} />
      {kind.credentials &&
        (credentials === undefined ? (
          <p className={styles.actions}>
            <span className={styles.soft}>{given.hasCredentials ? 'Its secrets are kept, sealed.' : 'It has no secrets yet.'}</span>
            <Button size="compact-sm" variant="default" onClick={() => setCredentials(blank(kind.credentials ?? {}) ?? {})}>
              Enter new ones
            </Button>
          </p>
        ) : (
          <SchemaForm name="credentials" schema={kind.credentials} value={credentials} onChange={setCredentials} secret required />
        ))}
      {given.webhookUrl && (
        <p className={styles.soft}>
          For changes within seconds, have it send webhooks to <code className={styles.address}>{given.webhookUrl}</code> and enter the
          secret that signs them.
        </p>
      )}
      {change.error && (
        <p role="alert" className={styles.bad}>
          {change.error.message}
        </p>
      )}
      <div className={styles.actions} aria-live="polite">
        <Button type="submit" size="xs" loading={change.isPending}>
          Test and save
        </Button>
        {change.isSuccess && <span className={styles.soft}>Saved.</span>}
      </div>
    </form>
  );
}
