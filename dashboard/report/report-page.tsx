import { Button } from '@mantine/core';
import { useMay, useSession } from '../api/use-session.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { MailList } from './mail-list.js';
import { MailView } from './mail-view.js';
import { newId } from './new-id.js';
import styles from './report.module.css';
import { ReportCard } from './report-card.js';
import { ReportForm } from './report-form.js';
import type { ReportSearch } from './report-search.js';
import { useMail, useMails } from './use-mails.js';
import { useReports } from './use-reports.js';

interface ReportPageProps {
  search: ReportSearch;
  change: (patch: Partial<ReportSearch>) => void;
}

const DRAFT = { name: 'Weekly report', recipients: [], schedule: '0 8 * * 1', active: true };

/** The scheduled mails: when, to whom, and what they said. */
export function ReportPage({ search, change }: ReportPageProps) {
  const reports = useReports();
  const mails = useMails();
  const open = useMail(search.mail);
  const timeZone = useSession().data?.workspace.timeZone ?? 'UTC';
  const pages = mails.data?.pages ?? [];
  const may = useMay('report');
  const isNew = reports.data !== undefined && !reports.data.reports.some(({ id }) => id === search.edit);
  return (
    <Page
      title="Reports"
      actions={
        may && (
          <Button size="xs" variant="default" onClick={() => change({ edit: newId() })}>
            New report
          </Button>
        )
      }
      lead={<p>The five numbers by mail, equal to the overview at the moment each was due.</p>}
    >
      <IgnoredNotice />
      <Panel
        title="Schedules"
        hideTitle
        bare
        query={reports}
        height={120}
        empty={(data) =>
          data.reports.length === 0
            ? {
                kind: 'nothing',
                title: 'No report is scheduled yet',
                words: may ? 'Make one: the five numbers, what moved, and three accounts at risk.' : 'An admin can make one.',
              }
            : null
        }
      >
        {(data) => (
          <div className={styles.cards}>
            {data.reports.map((report) => (
              <ReportCard
                key={report.id}
                report={report}
                transport={data.transport}
                editing={search.edit === report.id}
                edit={(edit) => change({ edit })}
              />
            ))}
          </div>
        )}
      </Panel>
      {may && isNew && search.edit && (
        <section className={styles.card} aria-label="New report">
          <h2 className={styles.newTitle}>New report</h2>
          <ReportForm id={search.edit} draft={{ ...DRAFT, timeZone }} done={() => change({ edit: undefined })} />
        </section>
      )}
      <div className={styles.columns}>
        <Panel
          title="Mails"
          query={{ ...mails, data: pages[0] }}
          height={320}
          empty={(first) => (first.mails.length === 0 ? { kind: 'nothing', title: 'No mail has been written yet' } : null)}
        >
          {() => <MailList mails={pages.flatMap((page) => page.mails)} timeZone={timeZone} chosen={search.mail} list={mails} />}
        </Panel>
        {search.mail && (
          <Panel title={open.data?.mail.subject ?? 'Mail'} query={open} height={560}>
            {(parts) => <MailView parts={parts} part={search.part ?? 'html'} change={change} />}
          </Panel>
        )}
      </div>
    </Page>
  );
}
