import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { FormActions } from '../form-actions.js';
import login from './login.module.css';
import { useConfirm } from './use-second-factor.js';

interface ConfirmSecretProps {
  secret: { secret: string; uri: string; svg: string };
  given: (codes: string[]) => void;
  cancel: () => void;
}

/** The secret as a picture and as text, and the code that shows it has arrived. */
export function ConfirmSecret({ secret, given, cancel }: ConfirmSecretProps) {
  const confirm = useConfirm();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replace(/\s/g, ''), { onSuccess: ({ recoveryCodes }) => given(recoveryCodes), onError: () => setCode('') });
  };
  return (
    <form className={`${styles.form} ${login.secret}`} onSubmit={submit} aria-label="Confirm the second factor">
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(secret.svg)}`}
        alt="QR code of the secret, which is written beside it"
        width={168}
        height={168}
      />
      <div className={styles.form}>
        <p>Scan this with an authenticator app, or type the secret into it:</p>
        <code className={login.text}>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <TextField
          label="The code it shows"
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={setCode}
          required
          maxLength={10}
        />
        <Outcome of={confirm} />
        <FormActions submit="Confirm" loading={confirm.isPending} cancel={cancel} />
      </div>
    </form>
  );
}
