import { Link } from '@tanstack/react-router';
import { useMay } from '../api/use-session.js';
import { useSources } from '../api/use-sources.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import styles from './source.module.css';
import { SourceCard } from './source-card.js';

/** Where the facts come from, and how fresh they are. */
export function SourcePage() {
  const sources = useSources();
  const may = useMay('connect');
  return (
    <Page
      title="Sources"
      lead={<p>Numbers are only as fresh as the oldest of these.</p>}
      actions={
        may && (
          <Link to="/source/new" className={styles.connect}>
            Connect a source
          </Link>
        )
      }
    >
      <IgnoredNotice />
      <Panel
        title="Sources"
        hideTitle
        bare
        query={sources}
        height={360}
        empty={(data) =>
          data.sources.length === 0
            ? {
                kind: 'no source',
                title: 'No source is connected yet',
                ...(may
                  ? {
                      words: 'Connect the tools that your teams use, or import files.',
                      action: <Link to="/source/new">Connect a source</Link>,
                    }
                  : { words: 'An admin connects the tools that your teams use.' }),
              }
            : null
        }
      >
        {(data) => (
          <div className={styles.sources}>
            {data.sources.map((source) => (
              <SourceCard key={source.id} source={source} />
            ))}
          </div>
        )}
      </Panel>
    </Page>
  );
}
