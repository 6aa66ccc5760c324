import { Link } from '@tanstack/react-router';
import type { RepeatTry } from '../api/shape.js';
import { Badge } from '../ui/badge.js';
import { day } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import { Passage } from './passage.js';
import styles from './repeat.module.css';
import { LANGUAGE_WORDS } from './repeat-search.js';

type Hit = RepeatTry['hitItems'][number];
type Missed = RepeatTry['missedItems'][number];

/** A message that the rules tried find, or that only those in force do. */
export function TriedItem({ item }: { item: Hit }) {
  return (
    <li className={styles.tried}>
      <p>
        <Whose item={item} /> {!item.inForce && <Badge tone="accent">new</Badge>}{' '}
        {item.language && <Badge>{LANGUAGE_WORDS[item.language]}</Badge>}
      </p>
      <Passage passage={item.passage} />
      <RecordLink record={item.record} />
    </li>
  );
}

/** A conversation that a person reported, and what the customer wrote there. */
export function MissedItem({ item }: { item: Missed }) {
  return (
    <li className={styles.tried}>
      <p>
        <Whose item={item} /> {item.subject}
      </p>
      {item.said.map((said) => (
        <blockquote key={said} className={styles.passage}>
          {said}
        </blockquote>
      ))}
      <RecordLink record={item.record} />
    </li>
  );
}

function Whose({ item }: { item: Hit | Missed }) {
  return (
    <>
      <Link to="/handoff/$id" params={{ id: item.handoffId }} search={{}} className={styles.account}>
        {item.accountName}
      </Link>{' '}
      <span className={styles.soft}>{day(item.at)}</span>
    </>
  );
}
