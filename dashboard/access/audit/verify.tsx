import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { counted } from '../../ui/format.js';
import styles from './audit.module.css';
import { useVerify } from './use-audit.js';

/** Whether the log is as it was written. */
export function Verify() {
  const verify = useVerify();
  return (
    <div className={styles.verify} aria-live="polite">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconShieldCheck size={14} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        Check the log
      </Button>
      {verify.data && (verify.data.fault ? <Fault {...verify.data.fault} /> : <Whole {...verify.data} />)}
      {verify.error && <span className={styles.bad}>{verify.error.message}</span>}
    </div>
  );
}

const Whole = ({ entryCount }: { entryCount: number }) => (
  <span className={styles.good}>{counted(entryCount, 'entry', 'entries')}, each as it was written.</span>
);

const Fault = ({ number, why }: { number: string; why: string }) => (
  <span className={styles.bad}>
    Entry {number} is wrong: {why}.
  </span>
);
