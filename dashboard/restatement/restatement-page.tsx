import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { plainName } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { LoadMore } from '../ui/load-more.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { FindingPart } from './finding-part.js';
import styles from './restatement.module.css';
import type { RestatementSearch } from './restatement-search.js';
import { useRestatements } from './use-restatements.js';

interface RestatementPageProps {
  search: RestatementSearch;
  change: (patch: { [Key in keyof RestatementSearch]: RestatementSearch[Key] | undefined }) => void;
}

/** What had been told and was otherwise: the latest finding first. */
export function RestatementPage({ search, change }: RestatementPageProps) {
  const restatements = useRestatements(search);
  const pages = restatements.data?.pages ?? [];
  const narrowed = search.kpi !== undefined || search.from !== undefined || (search.filter ?? []).length > 0;
  const all = (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => change({ kpi: undefined, from: undefined, to: undefined, filter: undefined })}
    >
      Show all corrections
    </Button>
  );
  return (
    <Page
      title="Corrected past"
      crumbs={<Link to="/">Overview</Link>}
      lead={
        <p>
          Records of the past are sometimes put right after they were told of: a churn date entered late, a stage history fixed. Both
          numbers were right in their time; here is what moved them.
        </p>
      }
    >
      <IgnoredNotice />
      <Panel
        title={search.kpi === undefined ? 'What was found' : `What moved ${plainName(search.kpi)}`}
        aside={narrowed ? all : undefined}
        query={{ ...restatements, data: pages[0] }}
        height={420}
        empty={() =>
          pages.some(({ findings }) => findings.length > 0)
            ? null
            : {
                kind: narrowed ? 'no match' : 'nothing',
                title: 'Nothing that had been told was corrected',
                action: narrowed ? all : undefined,
              }
        }
      >
        {({ scope }) => (
          <>
            {pages
              .flatMap((page) => page.findings)
              .map((finding) => (
                <FindingPart key={`${finding.on} ${finding.cause} ${finding.definition}`} finding={finding} timeZone={scope.timeZone} />
              ))}
            {restatements.hasNextPage && (
              <div className={styles.foot}>
                <LoadMore list={restatements} words="Load earlier findings" />
              </div>
            )}
          </>
        )}
      </Panel>
    </Page>
  );
}
