import { IgnoredNotice } from '../../ui/ignored-notice.js';
import { Page } from '../../ui/page.js';
import { Owners } from '../team/owners.js';
import { Teams } from '../team/teams.js';
import { Invitations } from './invitations.js';
import type { MemberSearch } from './member-search.js';
import { Members } from './members.js';

/** Who gets in, what they may do, and whose handoffs they see. */
export function PeoplePage({ search, change }: { search: MemberSearch; change: (patch: Partial<MemberSearch>) => void }) {
  return (
    <Page
      title="People"
      lead={<p>What somebody sees holds everywhere alike: in numbers, in the lists behind them, in exports, in mails and with tokens.</p>}
    >
      <IgnoredNotice />
      <Members search={search} change={change} />
      <Invitations />
      <Teams />
      <Owners />
    </Page>
  );
}
