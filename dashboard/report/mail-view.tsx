import { Button } from '@mantine/core';
import type { MailParts } from '../api/shape.js';
import { Empty } from '../ui/empty.js';
import styles from './report.module.css';
import type { ReportSearch } from './report-search.js';

const LINKS_OPEN_OUTSIDE = '<base target="_blank">';

interface MailViewProps {
  parts: MailParts;
  part: 'html' | 'text';
  change: (patch: Partial<ReportSearch>) => void;
}

/** One mail. Its HTML runs no script and knows nothing of this page: the frame is sandboxed. */
export function MailView({ parts, part, change }: MailViewProps) {
  if (parts.html === null && parts.text === null) return <Empty kind="nothing" title="Nothing to show" words={parts.why} />;
  return (
    <>
      <div className={styles.parts}>
        <Button
          size="compact-sm"
          variant={part === 'html' ? 'filled' : 'default'}
          aria-pressed={part === 'html'}
          onClick={() => change({ part: undefined })}
        >
          As sent
        </Button>
        <Button
          size="compact-sm"
          variant={part === 'text' ? 'filled' : 'default'}
          aria-pressed={part === 'text'}
          onClick={() => change({ part: 'text' })}
        >
          Plain text
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => change({ mail: undefined, part: undefined })}>
          Close
        </Button>
      </div>
      {part === 'html' && parts.html !== null ? (
        <iframe
          className={styles.frame}
          title={`Mail: ${parts.mail.subject ?? parts.mail.reportName}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`${LINKS_OPEN_OUTSIDE}${parts.html}`}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        <pre className={styles.text} tabIndex={0}>
          {parts.text}
        </pre>
      )}
    </>
  );
}
