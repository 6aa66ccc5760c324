import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RepeatEpisode } from '../api/shape.js';
import { useMay } from '../api/use-session.js';
import { Badge } from '../ui/badge.js';
import { moment } from '../ui/format.js';
import { RecordLink } from '../ui/record-link.js';
import { Passage } from './passage.js';
import styles from './repeat.module.css';
import { TIER_WORDS } from './repeat-search.js';
import { useVerdict } from './use-repeat.js';

/** One episode: whose, what shows it, and what a person says of it. */
export function EpisodeRow({ episode, timeZone }: { episode: RepeatEpisode; timeZone: string }) {
  const judge = useVerdict();
  const may = useMay('judge');
  const { sourceId, factId, tier, verdict, passage } = episode;
  const say = (said: 'confirmed' | 'dismissed' | null) => judge.mutate({ sourceId, factId, verdict: said });
  return (
    <li className={styles.row} data-episode={factId} data-verdict={verdict ?? 'none'}>
      <div className={styles.what}>
        <p>
          <Link to="/handoff/$id" params={{ id: episode.handoffId }} search={{}} className={styles.account}>
            {episode.accountName}
          </Link>{' '}
          <Badge tone={tier === 'inferred' ? 'neutral' : 'accent'}>{TIER_WORDS[tier]}</Badge>{' '}
          {verdict === 'dismissed' && <Badge tone="warn">dismissed</Badge>}
          {verdict === 'confirmed' && <Badge tone="good">confirmed</Badge>}
          {verdict === null && !episode.counted && <Badge>not in the KPI</Badge>}
        </p>
        <p className={styles.soft}>
          {moment(episode.at, timeZone)}
          {episode.section && ` · asked for: ${episode.section.toLowerCase()}`}
          {episode.subject && ` · ${episode.subject}`}
          {episode.csm && ` · CSM ${episode.csm}`}
        </p>
        {passage ? <Passage passage={passage} /> : <p className={styles.soft}>Reported without words.</p>}
        <RecordLink record={episode.record} />
      </div>
      {may && (
        <div className={styles.decide}>
          {verdict === null ? (
            <>
              <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => say('confirmed')}>
                Confirm
                <OfWhich episode={episode} />
              </Button>
              <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => say('dismissed')}>
                Dismiss
                <OfWhich episode={episode} />
              </Button>
            </>
          ) : (
            <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => say(null)}>
              Undo
              <OfWhich episode={episode} />
            </Button>
          )}
        </div>
      )}
      {judge.error && (
        <p role="alert" className={styles.bad}>
          {judge.error.message}
        </p>
      )}
    </li>
  );
}

function OfWhich({ episode }: { episode: RepeatEpisode }) {
  return (
    <span className="visually-hidden">
      {' '}
      the episode of {episode.accountName}, {episode.subject ?? TIER_WORDS[episode.tier]}
    </span>
  );
}
