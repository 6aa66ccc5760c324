import { useSession } from '../../api/use-session.js';
import { IgnoredNotice } from '../../ui/ignored-notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { AuditFilters } from './audit-filters.js';
import type { AuditSearch } from './audit-search.js';
import { AuditTable } from './audit-table.js';
import { ExportAudit } from './export-audit.js';
import { useAudit } from './use-audit.js';
import { Verify } from './verify.js';

/** Who did what, from the latest. */
export function AuditPage({ search, change }: { search: AuditSearch; change: (patch: Partial<AuditSearch>) => void }) {
  const zone = useSession().data?.workspace.timeZone ?? null;
  const audit = useAudit(search, zone);
  const pages = audit.data?.pages;
  const filtered = Boolean(search.action || search.actor || search.from || search.to);
  return (
    <Page
      title="Audit log"
      lead={<p>What was done in this workspace, and what was tried. Nothing here can be changed or taken out unseen.</p>}
      actions={<ExportAudit search={search} zone={zone} />}
    >
      <IgnoredNotice />
      <Verify />
      <AuditFilters search={search} change={change} actions={pages?.[0]?.actions ?? []} />
      <Panel
        title="Entries"
        hideTitle
        query={{ ...audit, data: pages }}
        height={480}
        empty={(all) =>
          all.every(({ entries }) => entries.length === 0)
            ? {
                kind: filtered ? 'no match' : 'nothing',
                title: filtered ? 'Nothing fits these filters' : 'Nothing has been written down yet',
              }
            : null
        }
      >
        {(all) => <AuditTable entries={all.flatMap(({ entries }) => entries)} zone={zone ?? 'UTC'} list={audit} />}
      </Panel>
    </Page>
  );
}
