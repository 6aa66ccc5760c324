import type { RiskChance, RiskItem } from '../api/shape.js';
import { interval, money, quantity } from '../ui/format.js';
import styles from './risk.module.css';

/** The chance of churn with its interval; where none can be said, nothing but why. */
export function Chance({ chance, says }: { chance: RiskChance; says: boolean }) {
  if (chance.value === null) return says ? <p className={styles.soft}>No chance of churn: {chance.why}</p> : null;
  return (
    <p>
      <span className={styles.sum}>{quantity(chance.value, 'share')}</span>{' '}
      <span className={styles.soft}>
        chance of churn ({interval(chance, 'share')}){chance.wide && ', wide'}
      </span>
    </p>
  );
}

/** What may be lost: the amount, and weighed with the chance. */
export function Loss({ item }: { item: Pick<RiskItem, 'amountAtRisk' | 'amountKind' | 'currency' | 'expectedLoss'> }) {
  const { amountAtRisk, amountKind, currency, expectedLoss } = item;
  const kind = amountKind === 'arr' ? 'ARR' : amountKind === 'amount' ? 'deal amount' : '';
  if (!expectedLoss)
    return (
      <p>
        <span className={styles.sum}>{money(amountAtRisk, currency)}</span>{' '}
        <span className={styles.soft}>{amountKind === null ? 'amount not known' : kind}</span>
      </p>
    );
  return (
    <p>
      <span className={styles.sum}>{money(expectedLoss.value, currency)}</span>{' '}
      <span className={styles.soft}>
        expected loss of {money(amountAtRisk, currency)} {kind}
      </span>
    </p>
  );
}
