import { Button } from '@mantine/core';
import styles from '../../ui/form/form.module.css';
import { Once } from '../../ui/once.js';

/** A token in full, this once. */
export function MadeToken({ secret, done }: { secret: string; done: () => void }) {
  return (
    <div className={styles.form} role="status">
      <p>Copy the token now: it is not shown again, and nobody can look it up.</p>
      <Once label="The token" text={secret} />
      <p className={styles.soft}>
        It goes into the header <code>Authorization: Bearer …</code> of a request.
      </p>
      <div className={styles.actions}>
        <Button size="xs" onClick={done}>
          I have copied it
        </Button>
      </div>
    </div>
  );
}
