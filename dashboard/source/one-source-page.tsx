import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSources } from '../api/use-sources.js';
import { counted } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { SettingsForm } from './settings-form.js';
import styles from './source.module.css';
import { SourceCard } from './source-card.js';
import { useSourceKinds } from './use-connect.js';
import { useForget, useSettings, useTest } from './use-settings.js';

/** One source: how it goes, what it was told, and the way to be rid of it. */
export function OneSourcePage({ id }: { id: string }) {
  const sources = useSources();
  const settings = useSettings(id);
  const kinds = useSourceKinds();
  const standing = sources.data?.sources.find((one) => one.id === id);
  const kind = kinds.data?.kinds.find((one) => one.kind === settings.data?.kind);
  return (
    <Page title={standing?.name ?? id} crumbs={<Link to="/source">Sources</Link>}>
      <Panel title="How it goes" hideTitle bare query={sources} height={320}>
        {() => standing && <SourceCard source={standing} alone />}
      </Panel>
      {kind && !kind.byHand && <TestButton id={id} />}
      <Panel title="Connection" query={settings} height={240}>
        {(data) =>
          kind && !kind.byHand ? <SettingsForm kind={kind} given={data} /> : <p className={styles.soft}>It is handed over by a command.</p>
        }
      </Panel>
      <Forget id={id} name={standing?.name ?? id} />
    </Page>
  );
}

function TestButton({ id }: { id: string }) {
  const test = useTest(id);
  return (
    <p className={styles.line} aria-live="polite">
      <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        Test the connection
      </Button>
      {test.isSuccess && <span className={styles.soft}>It answers, with every permission it needs.</span>}
      {test.error && <span className={styles.bad}>{test.error.message}</span>}
    </p>
  );
}

function Forget({ id, name }: { id: string; name: string }) {
  const forget = useForget(id);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  return (
    <details className={styles.forget}>
      <summary>Disconnect and delete</summary>
      <p className={styles.soft}>
        Everything that was read from {name} is deleted here, and every number that rests on it changes. Nothing is changed in {name}{' '}
        itself.
      </p>
      <p className={styles.line}>
        <label>
          Type {id} to confirm <input value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <Button
          size="compact-sm"
          color="red"
          disabled={typed !== id}
          loading={forget.isPending}
          onClick={() => forget.mutate(undefined, { onSuccess: () => void navigate({ to: '/source' }) })}
        >
          Delete it
        </Button>
      </p>
      {forget.error && (
        <p role="alert" className={styles.bad}>
          {forget.error.message}
        </p>
      )}
      {forget.data && <p className={styles.soft}>{counted(forget.data.records, 'record')} deleted.</p>}
    </details>
  );
}
