import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RepeatAnswer } from '../api/shape.js';
import { Choice } from '../ui/choice.js';
import type { Emptiness } from '../ui/empty.js';
import foot from '../ui/foot.module.css';
import { count, counted, periodWords } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Shown } from '../ui/load-more.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { useUnread } from '../ui/use-unread.js';
import { CoverageLine } from './coverage-line.js';
import { EpisodeRow } from './episode-row.js';
import styles from './repeat.module.css';
import { type AskedQuery, type RepeatSearch, TIER_WORDS, TIERS } from './repeat-search.js';
import { Tester } from './tester.js';
import { useEpisodes } from './use-repeat.js';

interface RepeatPageProps {
  /** Null until the workspace's zone is known. */
  query: AskedQuery | null;
  search: RepeatSearch;
  change: (patch: { [Key in keyof RepeatSearch]: RepeatSearch[Key] | undefined }) => void;
  /** What is asked, to be changed. */
  filters: ReactNode;
}

const ALL = 'all';

const VERDICT_WORDS = { none: 'not judged', confirmed: 'confirmed', dismissed: 'dismissed' } as const;

/** What customers had to say again: each episode with its evidence, for a person to judge, and a place to try other rules. */
export function RepeatPage({ query, search, change, filters }: RepeatPageProps) {
  const episodes = useEpisodes(query, search);
  const pages = episodes.data?.pages ?? [];
  const first = pages[0];
  const unread = useUnread('Episodes are found once every source has been read.');
  const clear = () => change({ tier: undefined, verdict: undefined, handoff: undefined });
  return (
    <Page title="Repeat information" lead={<Lead data={first} />}>
      <IgnoredNotice />
      {filters}
      <CoverageLine query={query} />
      <Panel
        title="Episodes"
        aside={first && <Narrow data={first} search={search} change={change} />}
        query={{ ...episodes, data: first }}
        height={520}
        empty={(data) => (data.total > 0 ? null : (unread(data.scope.dataAsOf) ?? nothingFound(search, clear)))}
      >
        {(data) => (
          <>
            <ol className={styles.rows}>
              {pages
                .flatMap((page) => page.items)
                .map((episode) => (
                  <EpisodeRow key={`${episode.sourceId} ${episode.factId}`} episode={episode} timeZone={data.scope.timeZone} />
                ))}
            </ol>
            <div className={foot.foot}>
              <Shown shown={pages.reduce((sum, page) => sum + page.items.length, 0)} total={data.total} list={episodes} />
            </div>
          </>
        )}
      </Panel>
      <Tester query={query} />
    </Page>
  );
}

function Lead({ data }: { data: RepeatAnswer | undefined }) {
  if (!data) return <p>What customers had to say again</p>;
  return (
    <p aria-live="polite">
      {counted(data.counted, 'episode')} in the first {data.windowDays} days of handoffs won {periodWords(data.scope.period)}. Every one
      shows its evidence; what you dismiss counts nowhere, and what you confirm stays whatever the rules say.
    </p>
  );
}

function Narrow({ data, search, change }: Pick<RepeatPageProps, 'search' | 'change'> & { data: RepeatAnswer }) {
  const tiers = TIERS.map((tier) => ({ value: tier, label: `${TIER_WORDS[tier]} (${count(size(data, tier))})` }));
  const verdicts = (['none', 'confirmed', 'dismissed'] as const).map((verdict) => ({
    value: verdict,
    label: `${VERDICT_WORDS[verdict]} (${count(data.verdicts[verdict])})`,
  }));
  return (
    <div className={styles.narrow}>
      <Choice
        label="Evidence"
        value={search.tier ?? ALL}
        options={[{ value: ALL, label: 'any' }, ...tiers]}
        onChange={(tier) => change({ tier: tier === ALL ? undefined : tier })}
      />
      <Choice
        label="Verdict"
        value={search.verdict ?? ALL}
        options={[{ value: ALL, label: 'any' }, ...verdicts]}
        onChange={(verdict) => change({ verdict: verdict === ALL ? undefined : verdict })}
      />
    </div>
  );
}

const size = ({ tiers }: RepeatAnswer, tier: string) => tiers.find((one) => one.tier === tier)?.count ?? 0;

function nothingFound(search: RepeatSearch, clear: () => void): Emptiness {
  if (search.tier || search.verdict || search.handoff)
    return {
      kind: 'no match',
      title: 'No episode is like that',
      action: (
        <Button size="xs" variant="default" onClick={clear}>
          Show all
        </Button>
      ),
    };
  return { kind: 'nothing', title: 'No episode was found', words: 'Whether that is good news is said above: by how much was read.' };
}
