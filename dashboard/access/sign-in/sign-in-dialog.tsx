import { Modal } from '@mantine/core';
import styles from '../../ui/ask.module.css';
import { useEnter } from '../use-enter.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page, when a session ended while it was open: what was typed stays, and one goes on where one was. */
export function SignInDialog() {
  const enter = useEnter();
  return (
    <Modal
      opened
      onClose={() => undefined}
      title="Your session has ended"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <div className={styles.ask}>
        <p>Sign in to go on. The page stays as it is, with what you have typed.</p>
        <SignInForm entered={enter} />
      </div>
    </Modal>
  );
}
