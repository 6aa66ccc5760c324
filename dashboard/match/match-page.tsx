import { Button } from '@mantine/core';
import type { UnmatchedList } from '../api/shape.js';
import type { Emptiness } from '../ui/empty.js';
import { count, counted } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import styles from './match.module.css';
import type { MatchSearch } from './match-search.js';
import { Placements } from './placements.js';
import { UnmatchedRow } from './unmatched-row.js';
import { PAGE, useUnmatched } from './use-match.js';

interface MatchPageProps {
  search: MatchSearch;
  change: (patch: Partial<MatchSearch>) => void;
}

/** What leads to no known account and so counts in no number, and what a person decided about it. */
export function MatchPage({ search, change }: MatchPageProps) {
  const offset = search.offset ?? 0;
  const unmatched = useUnmatched(offset);
  return (
    <Page
      title="Matching"
      lead={<p>Accounts are matched by declared ids, merges and domains. What none of these tells is decided here, and stays decided.</p>}
    >
      <IgnoredNotice />
      <Panel title="Without an account" query={unmatched} height={420} empty={emptiness}>
        {(list) => (
          <>
            <p className={styles.soft}>{totals(list)} lead to no account with deals, so they count in no number.</p>
            <ul className={styles.rows}>
              {list.unmatched.map((one) => (
                <UnmatchedRow key={`${one.kind} ${one.sourceId} ${one.externalId}`} one={one} />
              ))}
            </ul>
            <p className={styles.foot}>
              <span>
                {count(offset + 1)} to {count(offset + list.unmatched.length)} of {count(list.count)}
              </span>
              <Button
                size="xs"
                variant="default"
                disabled={offset === 0}
                onClick={() => change({ offset: Math.max(0, offset - PAGE) || undefined })}
              >
                Earlier
              </Button>
              <Button size="xs" variant="default" disabled={offset + PAGE >= list.count} onClick={() => change({ offset: offset + PAGE })}>
                Later
              </Button>
            </p>
          </>
        )}
      </Panel>
      <Placements />
    </Page>
  );
}

function totals({ ticketCount, subscriptionCount, responseCount }: UnmatchedList): string {
  const parts = [
    [ticketCount, 'ticket'],
    [subscriptionCount, 'subscription'],
    [responseCount, 'survey response'],
  ] as const;
  return parts
    .filter(([size]) => size > 0)
    .map(([size, word]) => counted(size, word))
    .join(', ');
}

function emptiness(list: UnmatchedList): Emptiness | null {
  if (list.unmatched.length > 0) return null;
  if (list.dealSources === 0)
    return { kind: 'no source', title: 'There is nothing to match with yet', words: 'Connect the tool that holds your deals first.' };
  return { kind: 'nothing', title: 'Everything has its account', words: 'No ticket, subscription or survey response is left over.' };
}
