import type { RepeatCoverage } from '../api/shape.js';
import { count, counted } from '../ui/format.js';
import { Panel } from '../ui/panel.js';
import styles from './repeat.module.css';
import { type AskedQuery, LANGUAGE_WORDS } from './repeat-search.js';
import { useCoverage } from './use-repeat.js';

/** Where anything could have been found: no episode where nothing was read is no good news. */
export function CoverageLine({ query }: { query: AskedQuery | null }) {
  const coverage = useCoverage(query);
  return (
    <Panel title="What was read" query={coverage} height={60}>
      {(data) => (
        <>
          <p className={styles.coverage}>
            The customer has written in <strong>{count(data.withConversation)}</strong> of {counted(data.handoffs, 'handoff')}; in the
            others nothing can be inferred. <strong>{count(data.withBrief)}</strong> have a section of the brief; in the others nothing can
            be asked again.
          </p>
          <p className={styles.soft}>
            {languages(data)} {left(data)}
          </p>
        </>
      )}
    </Panel>
  );
}

function languages({ languages: found, languagesOf }: RepeatCoverage): string {
  if (languagesOf === 0) return 'No message of a customer has been read.';
  const parts = found.map(
    ({ language, count: size }) => `${language ? LANGUAGE_WORDS[language] : 'not told by their words'} ${count(size)}`,
  );
  return `Of the latest ${counted(languagesOf, 'message')}: ${parts.join(', ')}.`;
}

function left({ tiers }: RepeatCoverage): string {
  return tiers.length === 3 ? '' : `By the definitions only what is ${tiers.join(' or ')} counts.`;
}
