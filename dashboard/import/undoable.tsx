import { Button } from '@mantine/core';
import form from '../ui/form/form.module.css';
import { counted, fromNow } from '../ui/format.js';
import styles from './import.module.css';
import { useUndo, useUndoable } from './use-import.js';

/** The last import of each source of files, and the way back. Shown only when there is one. */
export function Undoable() {
  const undoable = useUndoable();
  const undo = useUndo();
  const imports = undoable.data?.imports ?? [];
  if (imports.length === 0 && !undo.data) return null;
  return (
    <section className={styles.card} aria-label="Undo">
      <h2>Undo</h2>
      {imports.map(({ sourceId, name, importedAt }) => (
        <p key={sourceId} className={styles.line}>
          <span>
            {name}, imported {fromNow(importedAt, new Date())}
          </span>
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate(sourceId)}>
            Undo this import
          </Button>
        </p>
      ))}
      <div aria-live="polite">
        {undo.data && (
          <p className={form.soft}>
            {counted(undo.data.removedCount, 'record')} gone again, {counted(undo.data.restoredCount, 'record')} as before;{' '}
            {counted(undo.data.changedHandoffs, 'handoff')} changed.
          </p>
        )}
        {undo.error && <p className={form.bad}>{undo.error.message}</p>}
      </div>
    </section>
  );
}
