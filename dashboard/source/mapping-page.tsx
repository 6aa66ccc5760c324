import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MappingAnswer } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import form from '../ui/form/form.module.css';
import { SchemaForm } from '../ui/form/schema-form.js';
import { counted, fromNow } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { MappingPreview } from './mapping-preview.js';
import styles from './source.module.css';
import { useMapping, usePreview, useSaveMapping } from './use-mapping.js';

/** What the fields of a source mean: tried on real records before it is kept. */
export function MappingPage({ id }: { id: string }) {
  const mapping = useMapping(id);
  return (
    <Page
      title="What its fields mean"
      crumbs={
        <>
          <Link to="/source">Sources</Link>
          <Link to="/source/$id" params={{ id }}>
            {id}
          </Link>
        </>
      }
      lead={<p>Saving makes a new version and derives every handoff anew from what is stored; the tool is not asked again.</p>}
    >
      <Panel title="Mapping" hideTitle bare query={mapping} height={520}>
        {(data) => <MappingEditor key={data.versions[0]?.version ?? 0} id={id} given={data} />}
      </Panel>
    </Page>
  );
}

function MappingEditor({ id, given }: { id: string; given: MappingAnswer }) {
  const preview = usePreview(id);
  const save = useSaveMapping(id);
  const [mapping, setMapping] = useState<unknown>(given.mapping);
  const fields = [...new Set(given.streams.flatMap((stream) => stream.fields.map(({ field }) => lastPart(field))))].sort();
  const wanted = mapping as Record<string, unknown>;
  const problem = preview.error ?? save.error;
  return (
    <>
      <section className={styles.card} aria-label="Mapping">
        <datalist id="fields-seen">
          {fields.map((field) => (
            <option key={field} value={field} />
          ))}
        </datalist>
        <div className={form.form}>
          <SchemaForm
            name="mapping"
            schema={given.schema}
            value={mapping}
            onChange={(next) => {
              setMapping(next);
              preview.reset();
              save.reset();
            }}
            suggestions="fields-seen"
          />
        </div>
        {problem && (
          <p role="alert" className={styles.bad}>
            {problem.message}
          </p>
        )}
        <div className={form.actions} aria-live="polite">
          <Button size="xs" variant="default" loading={preview.isPending} onClick={() => preview.mutate(wanted)}>
            Try it on real records
          </Button>
          <Button size="xs" disabled={!preview.data} loading={save.isPending} onClick={() => save.mutate(wanted)}>
            Save as version {(given.versions[0]?.version ?? 0) + 1}
          </Button>
          {!preview.data && <span className={styles.soft}>Try it first: what changes is shown below.</span>}
        </div>
      </section>
      {preview.data && <MappingPreview preview={preview.data} />}
      <Versions given={given} />
    </>
  );
}

const lastPart = (field: string) => field.split('.').at(-1) ?? field;

function Versions({ given }: { given: MappingAnswer }) {
  const now = new Date();
  return (
    <section className={styles.card} aria-label="Versions">
      <h2>{counted(given.versions.length, 'version')}</h2>
      <ul className={styles.versions}>
        {given.versions.map(({ version, savedAt, appliedAt }) => (
          <li key={version}>
            Version {version}, saved {fromNow(savedAt, now)}{' '}
            {appliedAt ? <Badge tone="good">applied</Badge> : <Badge tone="accent">being applied</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
