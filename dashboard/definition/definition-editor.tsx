import { Button } from '@mantine/core';
import { Link, useBlocker } from '@tanstack/react-router';
import type { Definition, DefinitionAnswer } from '../api/shape.js';
import { useMay } from '../api/use-session.js';
import form from '../ui/form/form.module.css';
import { DecisionForm } from './decision-form.js';
import styles from './definition.module.css';
import { PARTS, type Part } from './definition-search.js';
import { PartFields } from './part-fields.js';
import { PreviewPanel } from './preview-panel.js';
import { useDecide, usePreview } from './use-definition.js';
import { useDraft } from './use-draft.js';

interface DefinitionEditorProps {
  given: DefinitionAnswer;
  part: Part;
}

/** One part at a time; what was changed in any of them is kept until it is decided or dropped. */
export function DefinitionEditor({ given, part }: DefinitionEditorProps) {
  const preview = usePreview();
  const decide = useDecide();
  const may = useMay('define');
  const { base, draft, times, changed, edit, start } = useDraft(given, decide.isSuccess);
  useGuard(changed && !decide.isPending && !decide.isSuccess);
  const forget = () => {
    preview.reset();
    decide.reset();
  };
  const change = (next: Definition) => {
    edit(next);
    forget();
  };
  const drop = () => {
    start();
    forget();
  };
  const tried = changed ? preview.data : undefined;
  return (
    <>
      <section className={styles.card} aria-label="What the numbers mean">
        <Parts open={part} />
        <fieldset className={styles.fields} disabled={!may}>
          <PartFields key={`${part} ${times}`} part={part} definition={draft} change={change} choices={given.choices} />
        </fieldset>
        <Warnings given={given} edited={base.version} />
        {(preview.error ?? decide.error) && (
          <p role="alert" className={form.bad}>
            {(preview.error ?? decide.error)?.message}
          </p>
        )}
        {!may && <p className={styles.soft}>Admins decide what the numbers mean; you see what holds.</p>}
        {may && (
          <div className={form.actions} aria-live="polite">
            <Button size="xs" variant="default" disabled={!changed} loading={preview.isPending} onClick={() => preview.mutate(draft)}>
              Compare with version {base.version}
            </Button>
            {changed ? (
              <Button size="xs" variant="subtle" onClick={drop}>
                Drop the changes
              </Button>
            ) : (
              <span className={styles.soft}>Nothing is changed yet.</span>
            )}
            {changed && !tried && <span className={styles.soft}>Unsaved changes: compare them before you decide.</span>}
          </div>
        )}
      </section>
      {tried && <PreviewPanel preview={tried} />}
      {tried && (
        <DecisionForm
          next={base.version + 1}
          deciding={decide.isPending}
          decide={({ note, by }) => decide.mutate({ from: base.version, definition: draft, note, ...(by && { by }) })}
        />
      )}
    </>
  );
}

/** What nothing in the sources fits, and what somebody else has decided since. */
function Warnings({ given: { warnings, version }, edited }: { given: DefinitionAnswer; edited: number }) {
  const since = `Version ${version} has been decided while you were at version ${edited}: drop the changes to see it.`;
  return [...warnings, ...(version > edited ? [since] : [])].map((warning) => (
    <p key={warning} className={styles.warn}>
      {warning}
    </p>
  ));
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
