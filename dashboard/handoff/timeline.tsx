import type { TimelineEvent } from '../api/shape.js';
import { moment, plainName } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import styles from './timeline.module.css';

const TROUBLE = new Set(['escalated', 'information-repeated', 'promise-gap-found', 'notice-given', 'churned']);
const MILESTONE = new Set(['deal-won', 'kickoff-held', 'first-value', 'onboarding-completed', 'brief-accepted']);

const weightOf = (kind: string): string => {
  if (TROUBLE.has(kind)) return 'trouble';
  return MILESTONE.has(kind) ? 'milestone' : 'plain';
};

/** Sections and tiers are ids of ours; an owner is a name and stays as it is. */
const detailWords = ({ kind, detail }: TimelineEvent): string =>
  detail && ['brief-section-filled', 'information-repeated'].includes(kind) ? plainName(detail) : (detail ?? '');

/** Everything that happened, oldest first, each with the record that says so. */
export function Timeline({ events, timeZone }: { events: TimelineEvent[]; timeZone: string }) {
  return (
    <ol className={styles.timeline}>
      {events.map((event) => (
        <li
          key={`${event.kind}:${event.record.sourceId}:${event.record.recordId}:${event.at}:${event.detail}`}
          data-weight={weightOf(event.kind)}
        >
          <time dateTime={event.at}>{moment(event.at, timeZone)}</time>
          <div className={styles.what}>
            <p>
              <strong>{event.label}</strong>
              {event.detail && <span className={styles.soft}> {detailWords(event)}</span>}
            </p>
            {event.title && <p className={styles.soft}>{event.title}</p>}
            {event.evidence && <blockquote className={styles.words}>{event.evidence}</blockquote>}
            <RecordLink record={event.record} />
          </div>
        </li>
      ))}
    </ol>
  );
}
