import { Button } from '@mantine/core';
import type { OwnSession } from '../../api/shape.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { Outcome } from '../../ui/form/outcome.js';
import { fromNow, UNKNOWN } from '../../ui/format.js';
import { Panel } from '../../ui/panel.js';
import { browserWords } from './browser-words.js';
import { useEnd, useEndOthers, useOwnSessions } from './use-own-sessions.js';

/** Where one is signed in, and the way to end that. */
export function OwnSessions() {
  const sessions = useOwnSessions();
  const others = useEndOthers();
  const now = new Date();
  const many = (sessions.data?.sessions.length ?? 0) > 1;
  return (
    <Panel
      title="Where you are signed in"
      query={sessions}
      height={160}
      aside={
        many && (
          <Button size="compact-sm" variant="default" loading={others.isPending} onClick={() => others.mutate()}>
            End all others
          </Button>
        )
      }
    >
      {(data) => (
        <>
          <Outcome of={others} />
          <DataTable
            caption="Your sessions"
            rows={data.sessions}
            rowId={({ id }) => id}
            sort={undefined}
            onSort={null}
            columns={[
              { id: 'browser', header: 'Browser', cell: ({ browser }) => browserWords(browser) },
              { id: 'address', header: 'Address', cell: ({ address }) => address ?? UNKNOWN },
              { id: 'by', header: 'Signed in', cell: ({ signedInAt, cameBy }) => `${fromNow(signedInAt, now)}, by ${cameBy}` },
              { id: 'seen', header: 'Last seen', cell: ({ seenAt }) => fromNow(seenAt, now) },
              { id: 'end', header: '', cell: (one) => (one.current ? <Badge tone="accent">this one</Badge> : <End session={one} />) },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function End({ session }: { session: OwnSession }) {
  const end = useEnd(session.id);
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={end.isPending}
      aria-label={`End the session in ${browserWords(session.browser)}`}
      onClick={() => end.mutate()}
    >
      End
    </Button>
  );
}
