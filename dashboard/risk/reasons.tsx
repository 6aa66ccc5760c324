import type { RiskReason } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { plainNumber } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import styles from './risk.module.css';

/** What each kind of reason that is no clock is called in one word. */
const KINDS: Record<RiskReason['kind'], string> = {
  notice: 'notice',
  escalation: 'escalated',
  csat: 'unhappy',
  repeat: 'repeated',
  promise: 'promise',
  owner: 'owner',
  clock: 'clock',
  brief: 'brief',
  'owner-changed': 'owner',
};

/** Reasons, each with its weight where the history says it, and the record behind it. */
export function Reasons({ reasons }: { reasons: RiskReason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.words}`}>
          <p className={styles.reason}>
            <Badge tone={toneOf(reason)}>{reason.clock?.state ?? KINDS[reason.kind]}</Badge>
            <span>
              {reason.words}
              {reason.odds !== null && (
                <span className={styles.soft} title="How many times the odds of churn with it, by your own history">
                  {' '}
                  · {plainNumber(reason.odds)}× the odds
                </span>
              )}
            </span>
          </p>
          {reason.record && <RecordLink record={reason.record} label={reason.recordLabel} />}
        </li>
      ))}
    </ul>
  );
}

function toneOf({ kind, clock }: RiskReason): 'bad' | 'warn' | 'neutral' {
  if (clock) return clock.state === 'breached' ? 'bad' : 'warn';
  return kind === 'owner-changed' ? 'neutral' : 'bad';
}
