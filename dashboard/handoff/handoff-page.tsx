import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HandoffAnswer } from '../api/shape.js';
import { moment } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { Brief } from './brief.js';
import { Clocks } from './clocks.js';
import { Facts } from './facts.js';
import styles from './handoff.module.css';
import { Timeline } from './timeline.js';
import { useHandoff } from './use-handoff.js';

/** One handoff: its facts, its clocks, and everything that happened to it with the record that says so. */
export function HandoffPage({ id, asOf, risk }: { id: string; asOf: string | undefined; risk: ReactNode }) {
  const handoff = useHandoff(id, asOf);
  const data = handoff.data;
  return (
    <Page title={data?.account.name ?? 'Handoff'} crumbs={<WayBack />} lead={data && <Lead data={data} />}>
      <IgnoredNotice />
      <div className={styles.columns}>
        <div className={styles.side}>
          <Panel title="Facts" query={handoff} height={320}>
            {(answer) => <Facts handoff={answer} />}
          </Panel>
          <Panel title="Brief" query={handoff} height={160}>
            {(answer) => <Brief handoff={answer} />}
          </Panel>
        </div>
        <div className={styles.main}>
          {risk}
          <Panel title="Clocks" query={handoff} height={320}>
            {(answer) => <Clocks handoff={answer} />}
          </Panel>
          <Panel
            title="Timeline"
            query={handoff}
            height={420}
            empty={(answer) => (answer.timeline.length === 0 ? { kind: 'nothing', title: 'Nothing is recorded yet' } : null)}
          >
            {(answer) => <Timeline events={answer.timeline} timeZone={answer.known.timeZone} />}
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Lead({ data }: { data: HandoffAnswer }) {
  return (
    <p>
      {data.name}. Read as of {moment(data.known.observedUntil ?? data.known.asOf, data.known.timeZone)} ({data.known.timeZone})
    </p>
  );
}

/** Back to where one came from, with its filters and its scroll; from outside, to the overview. */
function WayBack() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  if (!canGoBack) return <Link to="/">Overview</Link>;
  return (
    <Button size="compact-sm" variant="subtle" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => router.history.back()}>
      Back
    </Button>
  );
}
