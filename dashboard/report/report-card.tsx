import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { Report } from '../api/shape.js';
import { useMay } from '../api/use-session.js';
import { Badge } from '../ui/badge.js';
import { counted, moment } from '../ui/format.js';
import styles from './report.module.css';
import { ReportForm } from './report-form.js';
import { useSend } from './use-reports.js';

interface ReportCardProps {
  report: Report;
  transport: 'smtp' | 'outbox';
  editing: boolean;
  edit: (id: string | undefined) => void;
}

/** One schedule, in words and in its own zone. */
export function ReportCard({ report, transport, editing, edit }: ReportCardProps) {
  const send = useSend(report.id);
  const may = useMay('report');
  const sent = send.data?.mails.filter((mail) => mail.status === 'sent').length;
  return (
    <section className={styles.card} aria-label={report.name} data-report={report.id}>
      <header className={styles.head}>
        <h2>{report.name}</h2>
        <Badge tone={report.active ? 'good' : 'neutral'}>{report.active ? 'active' : 'paused'}</Badge>
        {may && (
          <>
            <Button size="compact-sm" variant="subtle" className={styles.send} onClick={() => edit(editing ? undefined : report.id)}>
              Settings
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconSend size={14} aria-hidden />}
              loading={send.isPending}
              disabled={report.recipients.length === 0}
              onClick={() => send.mutate()}
            >
              Send now
            </Button>
          </>
        )}
      </header>
      <p className={styles.words}>
        {report.scheduleWords ?? `schedule ${report.schedule}`} ({report.timeZone})
        {report.nextAt && `, next ${moment(report.nextAt, report.timeZone)}`}
      </p>
      <p className={styles.words}>
        {report.recipients.length > 0 ? `To ${report.recipients.join(', ')}` : 'No recipients yet'}
        {transport === 'outbox' ? '; written to the outbox folder, because no mail server is set' : ''}
      </p>
      {may && editing && <ReportForm id={report.id} draft={report} done={() => edit(undefined)} />}
      <div aria-live="polite" className={styles.words}>
        {send.error && <p className={styles.bad}>{send.error.message}</p>}
        {sent !== undefined && <p>{sent > 0 ? `Sent: ${counted(sent, 'mail')}.` : 'Nothing was sent; the list below says why.'}</p>}
      </div>
    </section>
  );
}
