import { Button } from '@mantine/core';
import { useEffect } from 'react';
import styles from './sign-in-page.module.css';

/** Shown in place of any page when the session is over; the address stays, so that one comes back to the same view. */
export function SignInPage({ retry }: { retry: () => void }) {
  useEffect(() => {
    document.title = 'Sign in · Baton';
  }, []);
  return (
    <main className={styles.page}>
      <img src="/baton.svg" alt="" width={36} height={36} />
      <h1>You are not signed in</h1>
      <p>
        Baton opens with a link that works once. Whoever runs it finds one in the terminal after <code>npm start</code>, or makes a new one
        with
      </p>
      <pre>
        <code>npm run baton -- link</code>
      </pre>
      <p>Open the link in this browser, then come back to this page: its address, with period and filters, has been kept.</p>
      <Button onClick={retry}>I have opened the link</Button>
    </main>
  );
}
