import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DefinitionAnswer } from '../api/shape.js';
import { useMay } from '../api/use-session.js';
import { Badge } from '../ui/badge.js';
import form from '../ui/form/form.module.css';
import { counted, day } from '../ui/format.js';
import styles from './definition.module.css';
import { useRestore } from './use-definition.js';

type Version = DefinitionAnswer['versions'][number];

/** Who decided what, when and why; any older version can be decided again. */
export function History({ given: { versions, version: newest } }: { given: DefinitionAnswer }) {
  return (
    <section className={styles.card} aria-label="History">
      <h2>{counted(versions.length, 'version')}</h2>
      <ol className={styles.versions} reversed>
        {versions.map((version) => (
          <li key={version.version}>
            <Decided version={version} newest={newest} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decided({ version: { version, decidedAt, decidedBy, note, changes, applied }, newest }: { version: Version; newest: number }) {
  const [asked, setAsked] = useState(false);
  const may = useMay('define');
  return (
    <>
      <p>
        <strong>Version {version}</strong>, {decidedAt === null ? 'built in' : day(decidedAt)}
        {decidedBy && `, ${decidedBy}`} {version === newest && <Badge tone="good">in force</Badge>}{' '}
        {!applied && <Badge tone="accent">being applied</Badge>}
      </p>
      {note && <p>{note}</p>}
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {may && version !== newest && !asked && (
        <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
          Restore version {version}
        </Button>
      )}
      {asked && <Restore version={version} newest={newest} done={() => setAsked(false)} />}
    </>
  );
}

function Restore({ version, newest, done }: { version: number; newest: number; done: () => void }) {
  const restore = useRestore();
  const [note, setNote] = useState('');
  return (
    <form
      className={form.form}
      aria-label={`Restore version ${version}`}
      onSubmit={(event) => {
        event.preventDefault();
        restore.mutate({ version, from: newest, note }, { onSuccess: done });
      }}
    >
      <label className={form.field}>
        <span>Why version {version} is decided again</span>
        <input required minLength={3} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      {restore.error && (
        <p role="alert" className={form.bad}>
          {restore.error.message}
        </p>
      )}
      <div className={form.actions}>
        <Button type="submit" size="xs" loading={restore.isPending}>
          Restore as version {newest + 1}
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
