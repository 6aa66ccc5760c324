import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './form.module.css';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Tells a password manager whether it fills one in or offers a new one. */
  autoComplete: 'current-password' | 'new-password';
  hint?: ReactNode;
  minLength?: number;
  autoFocus?: boolean;
}

/** A password, which may be pasted, filled in by a password manager, and looked at. */
export function PasswordField({ label, value, onChange, hint, ...input }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.secret}>
        <input
          {...input}
          id={id}
          type={shown ? 'text' : 'password'}
          value={value}
          required
          maxLength={200}
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button type="button" aria-label={`Show: ${label}`} aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Eye size={16} aria-hidden />
        </button>
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
