import type { ReactNode } from 'react';
import type { ProcessAnswer } from '../api/shape.js';
import type { Emptiness } from '../ui/empty.js';
import { counted, moment, periodWords } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { useUnread } from '../ui/use-unread.js';
import { MovePanel } from './move-panel.js';
import { PathPanel } from './path-panel.js';
import type { AskedQuery } from './process-search.js';
import { useProcess } from './use-process.js';
import { VariantPanel } from './variant-panel.js';
import { ViolationPanel } from './violation-panel.js';
import { WaitingPanel } from './waiting-panel.js';

interface ProcessPageProps {
  /** Null until the workspace's zone is known. */
  query: AskedQuery | null;
  /** What is asked, to be changed. */
  filters: ReactNode;
}

/** The way handoffs really take through the process. */
export function ProcessPage({ query, filters }: ProcessPageProps) {
  const process = useProcess(query);
  const empty = process.data?.handoffs === 0;
  const unread = useUnread('The way is drawn once every source has been read once.');
  return (
    <Page title="Process" lead={<Lead data={process.data} />}>
      <IgnoredNotice />
      {filters}
      {empty ? (
        <Panel title="Process" hideTitle query={process} height={300} empty={({ scope }) => unread(scope.dataAsOf) ?? nothingWon(scope)}>
          {() => null}
        </Panel>
      ) : (
        <>
          <PathPanel query={process} />
          <WaitingPanel query={process} />
          <ViolationPanel query={process} />
          <VariantPanel query={process} />
          <MovePanel query={process} />
        </>
      )}
    </Page>
  );
}

function Lead({ data }: { data: ProcessAnswer | undefined }) {
  if (!data) return <p>The way handoffs really go</p>;
  const { scope, handoffs } = data;
  return (
    <p aria-live="polite">
      The way {counted(handoffs, 'handoff')} took that were won {periodWords(scope.period)}, as of {moment(scope.asOf, scope.timeZone)} (
      {scope.timeZone})
    </p>
  );
}

function nothingWon(scope: ProcessAnswer['scope']): Emptiness {
  const filtered = scope.filters.length > 0;
  return {
    kind: 'no match',
    title: filtered ? 'No handoff matches these filters' : 'No deal was won in this period',
    words: periodWords(scope.period),
  };
}
