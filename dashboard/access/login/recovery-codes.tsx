import { Button } from '@mantine/core';
import styles from '../../ui/form/form.module.css';
import { Once } from '../../ui/once.js';
import { useEnter } from '../use-enter.js';

/** Shown once; they go when one says that they have been put away. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const enter = useEnter();
  const close = () => void enter().finally(done);
  return (
    <div className={styles.form} role="status">
      <p>The second factor is on. Put these recovery codes away: each stands for a one-time code once, when your device is lost.</p>
      <Once label="Recovery codes" text={codes.join('\n')} file="baton-recovery-codes.txt" />
      <p className={styles.soft}>They are shown only now.</p>
      <div className={styles.actions}>
        <Button size="xs" onClick={close}>
          I have put them away
        </Button>
      </div>
    </div>
  );
}
