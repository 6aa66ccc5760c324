import type { ReactNode } from 'react';
import type { HandoffAnswer } from '../api/shape.js';
import { moment, money, plainName, UNKNOWN } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import { CompanyLink } from './company-link.js';
import styles from './handoff.module.css';

/** Who, what, how much, and where it stands in the source tools. */
export function Facts({ handoff }: { handoff: HandoffAnswer }) {
  const { known, account, deal } = handoff;
  const own = Object.entries(handoff.dimensions).filter(([name]) => !['owner', 'csm', 'segment'].includes(name));
  const facts: [string, ReactNode][] = [
    ['Deal', <RecordLink key="deal" record={deal} label={handoff.name} />],
    ['Won', `${moment(handoff.wonAt, known.timeZone)}${handoff.t0Source === 'stage history' ? '' : ` (from ${handoff.t0Source})`}`],
    ['Status', handoff.open ? 'open' : 'closed'],
    ['Amount', money(handoff.amount, handoff.currency)],
    ['ARR', money(handoff.arr, handoff.currency)],
    ['Owner (sales)', handoff.owner ?? UNKNOWN],
    ['CSM', handoff.csm ?? UNKNOWN],
    ['Segment', handoff.segment],
    ...own.map(([name, value]): [string, ReactNode] => [plainName(name), value]),
    ['Domain', account.domain ?? UNKNOWN],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>The account in the source tools</h3>
      <ul className={styles.links}>
        {account.links.map((link) => (
          <CompanyLink key={`${link.record.sourceId}:${link.externalId}`} link={link} alone={account.links.length === 1} />
        ))}
      </ul>
    </>
  );
}
