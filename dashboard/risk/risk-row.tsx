import { Link } from '@tanstack/react-router';
import type { RiskItem } from '../api/shape.js';
import { count, moment, UNKNOWN } from '../ui/format.js';
import { Chance, Loss } from './chance.js';
import { Reasons } from './reasons.js';
import styles from './risk.module.css';

const SHOWN = 3;

interface RiskRowProps {
  item: RiskItem;
  timeZone: string;
  asOf: string | undefined;
  /** Chances come from the history: then one that is missing says why. */
  history: boolean;
}

/** One handoff at risk: how likely and how much, whose, why with the record behind each reason, and the next clock to break. */
export function RiskRow({ item, timeZone, asOf, history }: RiskRowProps) {
  const [shown, rest] = [item.reasons.slice(0, SHOWN), item.reasons.slice(SHOWN)];
  return (
    <li className={styles.row} data-handoff={item.handoffId}>
      <div className={styles.who}>
        <Link to="/handoff/$id" params={{ id: item.handoffId }} search={asOf ? { asOf } : {}} className={styles.account}>
          {item.accountName}
        </Link>
        <p className={styles.soft}>
          won {moment(item.wonAt, timeZone)} · {item.segment}
        </p>
        <p className={styles.soft}>
          CSM {item.csm ?? UNKNOWN} · sold by {item.owner ?? UNKNOWN}
        </p>
      </div>
      <div className={styles.why}>
        <Reasons reasons={shown} />
        {rest.length > 0 && (
          <details>
            <summary>{rest.length} more</summary>
            <Reasons reasons={rest} />
          </details>
        )}
      </div>
      <div className={styles.next}>
        <Chance chance={item.chance} says={history} />
        <Loss item={item} />
        <NextClock next={item.next} timeZone={timeZone} />
        <Coverage coverage={item.coverage} />
      </div>
    </li>
  );
}

export function NextClock({ next, timeZone }: { next: RiskItem['next']; timeZone: string }) {
  return (
    <p className={styles.soft}>
      {next ? `Next: ${next.name.toLowerCase()}${next.dueAt ? `, due ${moment(next.dueAt, timeZone)}` : ''}` : 'Every clock has run out'}
    </p>
  );
}

/** What is not known of it; a handoff of which all is known says nothing. */
export function Coverage({ coverage }: { coverage: RiskItem['coverage'] }) {
  if (coverage.unknown.length === 0) return null;
  return (
    <details className={styles.coverage}>
      <summary>
        {count(coverage.known)} of {count(coverage.of)} inputs known
      </summary>
      <p>Not known, and neither good nor bad: {coverage.unknown.join(', ').toLowerCase()}</p>
    </details>
  );
}
