import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './ask.module.css';
import { DANGER } from './danger.js';
import { Outcome } from './form/outcome.js';

interface AskProps {
  /** On the button that opens the question. */
  label: string;
  /** Which of several it is about, for who cannot see the row: "Remove Ada". */
  about: string;
  /** What will be, and what will not come back. */
  words: ReactNode;
  /** On the button that does it. */
  yes: string;
  act: {
    mutate: (_: undefined, told: { onSuccess: () => void }) => void;
    isPending: boolean;
    isSuccess: boolean;
    error: Error | null;
    reset: () => void;
  };
  danger?: boolean;
}

/** A button that says what it would do before it does it. */
export function Ask({ label, about, words, yes, act, danger = false }: AskProps) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    act.reset();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" {...(danger && DANGER)} aria-label={about} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={open} onClose={close} title={about} closeButtonProps={{ 'aria-label': 'Close' }}>
        <div className={styles.ask}>
          <div>{words}</div>
          <Outcome of={act} />
          <div className={styles.actions}>
            <Button
              size="xs"
              {...(danger && DANGER)}
              {...(danger && { variant: 'default' })}
              loading={act.isPending}
              onClick={() => act.mutate(undefined, { onSuccess: close })}
            >
              {yes}
            </Button>
            <Button size="xs" variant="default" onClick={close}>
              Cancel
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
