import { Link } from '@tanstack/react-router';
import type { RiskItem } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { moment, money, UNKNOWN } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import styles from './risk.module.css';

const SHOWN = 3;

/** One handoff at risk: how much, whose, why with the record behind each reason, and the next clock to break. */
export function RiskRow({ item, timeZone, asOf }: { item: RiskItem; timeZone: string; asOf: string | undefined }) {
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
        <p className={styles.sum}>
          {money(item.amountAtRisk, item.currency)} <span className={styles.soft}>{item.amountKind === 'arr' ? 'ARR' : ''}</span>
        </p>
        {item.next ? (
          <p className={styles.soft}>
            Next: {item.next.name.toLowerCase()}
            {item.next.dueAt && `, due ${moment(item.next.dueAt, timeZone)}`}
          </p>
        ) : (
          <p className={styles.soft}>Every clock has run out</p>
        )}
      </div>
    </li>
  );
}

function Reasons({ reasons }: { reasons: RiskItem['reasons'] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.clock.id}>
          <p className={styles.reason}>
            <Badge tone={reason.clock.state === 'breached' ? 'bad' : 'warn'}>{reason.clock.state}</Badge>
            <span>{reason.words}</span>
          </p>
          {reason.record && <RecordLink record={reason.record} label={reason.recordLabel} />}
        </li>
      ))}
    </ul>
  );
}
