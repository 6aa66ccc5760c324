import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { Panel } from '../../ui/panel.js';
import { Door } from '../door.js';
import { useLinkToken } from '../link-token.js';
import { NewPasswordField } from '../new-password-field.js';
import { isGone, NoLink } from '../no-link.js';
import { usePasswordReset, useSetPassword } from './use-password-reset.js';

/** A new password by a link of an admin's. */
export function PasswordResetPage() {
  const token = useLinkToken();
  const reset = usePasswordReset(token);
  if (token === null || isGone(reset.error)) return <NoLink what="link for a new password" />;
  return (
    <Door title="Set a new password">
      <Panel title="New password" hideTitle bare query={reset} height={160}>
        {({ email }) => <NewPassword token={token} email={email} />}
      </Panel>
    </Door>
  );
}

function NewPassword({ token, email }: { token: string; email: string }) {
  const set = useSetPassword(token);
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(password);
  };
  if (set.isSuccess)
    return (
      <div className={form.form} role="status">
        <p>The password is set, and every session of before has ended.</p>
        <Link to="/">Sign in</Link>
      </div>
    );
  return (
    <form className={form.form} onSubmit={submit} aria-label="Set a new password">
      <p className={form.soft}>For {email}.</p>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField label="New password" value={password} onChange={setPassword} />
      <Outcome of={set} />
      <Button type="submit" loading={set.isPending}>
        Set the password
      </Button>
    </form>
  );
}
