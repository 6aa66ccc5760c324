import { Button } from '@mantine/core';
import styles from './sign-in.module.css';

/** How who has no login yet gets in: an invitation, or a link from the server itself. */
export function LinkWords({ entered }: { entered: () => Promise<unknown> }) {
  return (
    <details className={styles.link}>
      <summary>No login yet, or locked out?</summary>
      <div>
        <p>Ask an admin of your workspace for an invitation, or for a link that sets a new password.</p>
        <p>
          Whoever runs Baton finds a link that works once in the terminal after <code>npm start</code>, or makes a new one with
        </p>
        <pre>
          <code>npm run baton -- link</code>
        </pre>
        <p>Open it in this browser, then come back to this page: its address, with period and filters, has been kept.</p>
        <Button size="xs" variant="default" onClick={() => void entered().catch(() => undefined)}>
          I have opened the link
        </Button>
      </div>
    </details>
  );
}
