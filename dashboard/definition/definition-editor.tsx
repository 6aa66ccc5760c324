import { Button } from '@mantine/core';
import { Link, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { Definition, DefinitionAnswer } from '../api/shape.js';
import form from '../ui/form/form.module.css';
import { DecisionForm } from './decision-form.js';
import styles from './definition.module.css';
import { PARTS, type Part } from './definition-search.js';
import { PartFields } from './part-fields.js';
import { PreviewPanel } from './preview-panel.js';
import { useDecide, usePreview } from './use-definition.js';

interface DefinitionEditorProps {
  given: DefinitionAnswer;
  part: Part;
}

/** One part at a time; what was changed in any of them is kept until it is decided or dropped. */
export function DefinitionEditor({ given, part }: DefinitionEditorProps) {
  const [draft, setDraft] = useState<Definition>(given.definition);
  const [dropped, setDropped] = useState(0);
  const preview = usePreview();
  const decide = useDecide();
  const changed = JSON.stringify(draft) !== JSON.stringify(given.definition);
  useGuard(changed && !decide.isPending && !decide.isSuccess);
  const change = (next: Definition) => {
    setDraft(next);
    preview.reset();
    decide.reset();
  };
  const drop = () => {
    change(given.definition);
    setDropped(dropped + 1);
  };
  return (
    <>
      <section className={styles.card} aria-label="What the numbers mean">
        <Parts open={part} />
        <PartFields key={`${part} ${dropped}`} part={part} definition={draft} change={change} choices={given.choices} />
        {given.warnings.map((warning) => (
          <p key={warning} className={styles.warn}>
            {warning}
          </p>
        ))}
        {(preview.error ?? decide.error) && (
          <p role="alert" className={form.bad}>
            {(preview.error ?? decide.error)?.message}
          </p>
        )}
        <div className={form.actions} aria-live="polite">
          <Button size="xs" variant="default" disabled={!changed} loading={preview.isPending} onClick={() => preview.mutate(draft)}>
            Compare with version {given.version}
          </Button>
          {changed ? (
            <Button size="xs" variant="subtle" onClick={drop}>
              Drop the changes
            </Button>
          ) : (
            <span className={styles.soft}>Nothing is changed yet.</span>
          )}
          {changed && !preview.data && <span className={styles.soft}>Unsaved changes: compare them before you decide.</span>}
        </div>
      </section>
      {preview.data && <PreviewPanel preview={preview.data} />}
      {preview.data && (
        <DecisionForm
          next={given.version + 1}
          deciding={decide.isPending}
          decide={({ note, by }) => decide.mutate({ from: given.version, definition: draft, note, ...(by && { by }) })}
        />
      )}
    </>
  );
}

function Parts({ open }: { open: Part }) {
  return (
    <nav className={styles.parts} aria-label="Parts of the definition">
      {PARTS.map(({ value, label }) => (
        <Link
          key={value}
          to="/definition"
          search={{ part: value }}
          replace
          resetScroll={false}
          aria-current={value === open ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** Leaving the page with unsaved changes is asked about; going to another part of it is not. */
function useGuard(changed: boolean): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      changed && current.pathname !== next.pathname && !window.confirm('Leave without saving the changed definitions?'),
    enableBeforeUnload: changed,
  });
}
