import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import styles from './panel.module.css';

/** An error as far as a page knows it: a sentence, and perhaps a request id. */
export interface Failed {
  message: string;
  status?: number;
  requestId?: string | null;
}

interface FailureProps {
  what: string;
  error: Failed;
  retry: () => void;
  /** Numbers from before are still on the screen. */
  stale?: boolean;
}

/** What is broken, what still holds, and a way to try again. */
export function Failure({ what, error, retry, stale = false }: FailureProps) {
  return (
    <div className={stale ? styles.failureLine : styles.failure} role="alert">
      <IconAlertTriangle size={16} aria-hidden className={styles.failureIcon} />
      <div>
        <p className={styles.failureTitle}>{stale ? `${what} could not be refreshed` : `${what} could not be shown`}</p>
        <p className={styles.emptyWords}>
          {error.message} {stale ? 'What you see is from before.' : 'The rest of the page is not affected.'}
        </p>
        {error.requestId && (
          <p className={styles.emptyWords}>
            Request <code>{error.requestId}</code>
          </p>
        )}
      </div>
      <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={retry}>
        Retry
      </Button>
    </div>
  );
}
