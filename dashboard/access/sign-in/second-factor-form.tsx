import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import styles from './sign-in.module.css';
import { useSecondFactor } from './use-sign-in.js';

interface SecondFactorFormProps {
  entered: () => Promise<unknown>;
  back: () => void;
}

/** The code of the moment, or one of those that were put away for a lost device. */
export function SecondFactorForm({ entered, back }: SecondFactorFormProps) {
  const check = useSecondFactor();
  const [code, setCode] = useState('');
  const [lost, setLost] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate({ code: code.replace(/\s/g, '') }, { onSuccess: () => entered(), onError: () => setCode('') });
  };
  const change = () => {
    setLost(!lost);
    setCode('');
    check.reset();
  };
  const kind = lost
    ? { label: 'Recovery code', autoComplete: 'off', hint: 'One of those you put away. Each works once.' }
    : {
        label: 'One-time code',
        autoComplete: 'one-time-code',
        inputMode: 'numeric' as const,
        hint: 'Six digits, from your authenticator app.',
      };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Second factor">
      <TextField
        key={kind.label}
        {...kind}
        name="code"
        value={code}
        onChange={setCode}
        required
        maxLength={40}
        spellCheck={false}
        autoCapitalize="none"
        autoFocus
      />
      <Outcome of={check} />
      <Button type="submit" loading={check.isPending}>
        Go on
      </Button>
      <button type="button" className={styles.other} onClick={change}>
        {lost ? 'Use a one-time code' : 'Use a recovery code'}
      </button>
      <button type="button" className={styles.other} onClick={back}>
        Start again
      </button>
    </form>
  );
}
