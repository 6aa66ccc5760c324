import { useState } from 'react';
import { BASE } from '../../api/base.js';
import { LinkWords } from './link-words.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorForm } from './second-factor-form.js';
import styles from './sign-in.module.css';
import { useWaysIn } from './use-sign-in.js';

/** Every way in there is. `entered` is called once one is in. */
export function SignInForm({ entered }: { entered: () => Promise<unknown> }) {
  const [step, setStep] = useState<'password' | 'second factor'>('password');
  const { password = true, provider = null } = useWaysIn().data ?? {};
  if (step === 'second factor') return <SecondFactorForm entered={entered} back={() => setStep('password')} />;
  return (
    <div className={styles.ways}>
      {password && <PasswordForm entered={entered} half={() => setStep('second factor')} />}
      {provider && (
        <>
          {password && <p className={styles.or}>or</p>}
          <a className={styles.provider} href={`${BASE}/sign-in/provider?${new URLSearchParams({ to: here() })}`}>
            Continue with {provider.name}
          </a>
        </>
      )}
      <LinkWords entered={entered} />
    </div>
  );
}

/** Where to return to: a path of this server, never another place. */
const here = (): string => globalThis.location.pathname.slice(BASE.length) + globalThis.location.search;
