import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { Section } from '../../ui/section.js';
import { NewPasswordField } from '../new-password-field.js';
import { useNewPassword } from './use-login.js';

/** A new password for the old one. */
export function PasswordChange({ email }: { email: string }) {
  const change = useNewPassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, new: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
        },
      },
    );
  };
  return (
    <Section title="Password">
      <form className={styles.form} onSubmit={submit} aria-label="Change the password">
        {/* Tells password managers whose password it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="Current password" autoComplete="current-password" value={current} onChange={setCurrent} />
        <NewPasswordField label="New password" value={next} onChange={setNext} also="Your other sessions end." />
        <Outcome of={change} done="Changed. Your other sessions have ended." />
        <div className={styles.actions}>
          <Button type="submit" size="xs" variant="default" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </form>
    </Section>
  );
}
