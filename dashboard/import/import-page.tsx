import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import form from '../ui/form/form.module.css';
import { Page } from '../ui/page.js';
import styles from './import.module.css';
import { ImportPreview } from './import-preview.js';
import { Undoable } from './undoable.js';
import { type Uploaded, useBegin, useImportState, usePreview, useUpload } from './use-import.js';

/** Files instead of a tool: chosen, guessed, tried, imported; the last import can be undone. `sample` stands in their place where none may come. */
export function ImportPage({ sample }: { sample: ReactNode | null }) {
  const upload = useUpload();
  return (
    <Page
      title="Import files"
      crumbs={<Link to="/source">Sources</Link>}
      lead={
        <p>
          CSV exports of deals, companies, tickets, tasks, surveys or subscriptions. Nothing is written before you have seen what it would
          do.
        </p>
      }
    >
      {sample ? (
        <section className={styles.card} aria-label="Your own workspace">
          {sample}
        </section>
      ) : (
        <>
          <section className={styles.card} aria-label="Files">
            <h2>Files</h2>
            <label className={styles.files}>
              <span>Choose CSV files</span>
              <input
                type="file"
                multiple
                accept=".csv,.tsv,.txt,text/csv"
                onChange={(event) => {
                  const files = [...(event.currentTarget.files ?? [])];
                  if (files.length > 0) upload.mutate(files);
                }}
              />
            </label>
            <div aria-live="polite">{upload.isPending && <p className={form.soft}>Handing over and reading the headers…</p>}</div>
            {upload.error && (
              <p role="alert" className={form.bad}>
                {upload.error.message}
              </p>
            )}
          </section>
          {upload.data && <Mapped key={upload.data.id} uploaded={upload.data} />}
          <Undoable />
        </>
      )}
    </Page>
  );
}

function Mapped({ uploaded }: { uploaded: Uploaded }) {
  const client = useQueryClient();
  const preview = usePreview();
  const begin = useBegin();
  const [text, setText] = useState(() => JSON.stringify(uploaded.mapping, null, 2));
  const state = useImportState(begin.isSuccess ? uploaded.id : null);
  const ended = state.data?.state === 'done' || state.data?.state === 'failed';
  useEffect(() => {
    if (ended) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== uploaded.id });
  }, [ended, client, uploaded.id]);
  const mapping = parsed(text);
  const problem = preview.error ?? begin.error;
  return (
    <>
      <section className={styles.card} aria-label="Mapping">
        <h2>What the columns mean</h2>
        <ul className={styles.notes}>
          {uploaded.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <label className={form.field}>
          <span>Mapping, guessed from the headers; docs/import.md says what belongs where</span>
          <textarea
            rows={18}
            className={styles.mapping}
            value={text}
            spellCheck={false}
            aria-invalid={mapping === null}
            onChange={(event) => {
              setText(event.currentTarget.value);
              preview.reset();
            }}
          />
        </label>
        {mapping === null && <p className={form.bad}>This is not JSON.</p>}
        {problem && (
          <p role="alert" className={form.bad}>
            {problem.message}
          </p>
        )}
        <div className={form.actions} aria-live="polite">
          <Button
            size="xs"
            variant="default"
            disabled={mapping === null}
            loading={preview.isPending}
            onClick={() => mapping && preview.mutate({ id: uploaded.id, mapping })}
          >
            Try it
          </Button>
          <Button
            size="xs"
            disabled={!preview.data || mapping === null}
            loading={begin.isPending || state.data?.state === 'importing'}
            onClick={() => mapping && begin.mutate({ id: uploaded.id, mapping })}
          >
            Import
          </Button>
          {ended && <span className={form.soft}>{state.data?.state === 'done' ? 'Imported.' : `Not imported: ${state.data?.error}`}</span>}
        </div>
        {ended && (
          <ul className={styles.notes}>
            {state.data?.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      {preview.data && !ended && <ImportPreview files={preview.data.files} />}
    </>
  );
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
