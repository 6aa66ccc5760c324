import { useState } from 'react';
import type { Session } from '../../api/shape.js';
import { Badge } from '../../ui/badge.js';
import { counted } from '../../ui/format.js';
import { Section } from '../../ui/section.js';
import styles from './login.module.css';
import { NewCodes } from './new-codes.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorOff } from './second-factor-off.js';
import { SecondFactorOn } from './second-factor-on.js';

/** A code of the moment beside the password: turned on, turned off, and what helps when the device is lost. */
export function SecondFactor({ login: { secondFactor, recoveryCodesLeft } }: { login: NonNullable<Session['login']> }) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const on = secondFactor || codes !== null;
  return (
    <Section title="Second factor" aside={<Badge tone={on ? 'good' : 'neutral'}>{on ? 'on' : 'off'}</Badge>}>
      {codes && <RecoveryCodes codes={codes} done={() => setCodes(null)} />}
      {!codes && !secondFactor && <SecondFactorOn given={setCodes} />}
      {!codes && secondFactor && (
        <>
          <p>
            A one-time code is asked for at every sign-in. {counted(recoveryCodesLeft, 'recovery code')} left for the day your device is
            lost.
          </p>
          <details className={styles.deed}>
            <summary>Make new recovery codes</summary>
            <p>Those from before are worth nothing then.</p>
            <NewCodes given={setCodes} />
          </details>
          <details className={styles.deed}>
            <summary>Turn it off</summary>
            <p>Your password alone opens everything then. Both are asked for once more.</p>
            <SecondFactorOff />
          </details>
        </>
      )}
    </Section>
  );
}
