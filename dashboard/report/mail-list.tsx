import { Link } from '@tanstack/react-router';
import type { Mail } from '../api/shape.js';
import { Badge, type Tone } from '../ui/badge.js';
import { moment } from '../ui/format.js';
import { LoadMore, type MorePages } from '../ui/load-more.js';
import styles from './report.module.css';

const TONES: Record<Mail['status'], Tone> = { pending: 'neutral', sending: 'accent', sent: 'good', failed: 'bad' };

interface MailListProps {
  mails: Mail[];
  timeZone: string;
  chosen: string | undefined;
  list: MorePages;
}

/** What went to whom, and what became of it. */
export function MailList({ mails, timeZone, chosen, list }: MailListProps) {
  return (
    <>
      <ul className={styles.mails}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              to="/report"
              search={{ mail: mail.id }}
              resetScroll={false}
              className={styles.mail}
              aria-current={mail.id === chosen || undefined}
            >
              <span className={styles.subject}>{mail.subject ?? mail.reportName}</span>
              <span className={styles.meta}>
                {mail.recipient} · {moment(mail.slot, timeZone)}
              </span>
            </Link>
            <Badge tone={TONES[mail.status]}>{mail.status}</Badge>
            {mail.error && <p className={styles.bad}>{mail.error}</p>}
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}
