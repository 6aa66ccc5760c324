import { PasswordField } from '../ui/form/password-field.js';
import { PASSWORD_LENGTH, PASSWORD_RULE } from './password-rule.js';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What else is said under it. */
  also?: string;
}

/** A password that somebody chooses, with the rule it is held to. */
export function NewPasswordField({ also, ...field }: NewPasswordFieldProps) {
  const hint = also ? `${PASSWORD_RULE} ${also}` : PASSWORD_RULE;
  return <PasswordField {...field} autoComplete="new-password" minLength={PASSWORD_LENGTH} hint={hint} />;
}
