import { CloseButton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import styles from './notice.module.css';

/** Says which parameters of the URL were not understood and left out; closing it takes the note out of the URL. */
export function IgnoredNotice() {
  const { ignored } = useSearch({ strict: false }) as { ignored?: string };
  const navigate = useNavigate();
  if (!ignored) return null;
  const names = ignored.split(',').filter(Boolean);
  const close = () =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, ignored: undefined }), replace: true, resetScroll: false });
  return (
    <div className={styles.notice} role="status">
      <p>
        Part of this link was not understood and was left out: <strong>{names.join(', ')}</strong>. Everything else is shown as it asks.
      </p>
      <CloseButton aria-label="Close this notice" onClick={close} size="sm" />
    </div>
  );
}
