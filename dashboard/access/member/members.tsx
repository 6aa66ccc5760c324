import { Button } from '@mantine/core';
import type { Member } from '../../api/shape.js';
import { Badge } from '../../ui/badge.js';
import { type DataColumn, DataTable } from '../../ui/data-table.js';
import { fromNow, UNKNOWN } from '../../ui/format.js';
import { Panel } from '../../ui/panel.js';
import styles from '../people.module.css';
import { ROLE_WORDS, SIGHT_WORDS } from '../role-words.js';
import { MemberDialog } from './member-dialog.js';
import type { MemberSearch } from './member-search.js';
import { useMembers } from './use-members.js';

interface MembersProps {
  search: MemberSearch;
  change: (patch: Partial<MemberSearch>) => void;
}

/** Everybody in the workspace. */
export function Members({ search, change }: MembersProps) {
  const members = useMembers();
  const now = new Date();
  const columns: DataColumn<Member>[] = [
    { id: 'name', header: 'Name', cell: (one) => <Who member={one} />, sortBy: ({ name }) => name },
    { id: 'role', header: 'Role', cell: ({ role }) => ROLE_WORDS[role].name, sortBy: ({ role }) => role },
    { id: 'sees', header: 'Sees', cell: seesWords },
    { id: 'owners', header: 'In the CRM', cell: (one) => <Names member={one} /> },
    { id: 'factor', header: 'Second factor', cell: ({ secondFactor }) => (secondFactor ? <Badge tone="good">on</Badge> : 'off') },
    {
      id: 'seen',
      header: 'Last sign-in',
      cell: ({ lastSignInAt }) => (lastSignInAt ? fromNow(lastSignInAt, now) : 'never'),
      sortBy: ({ lastSignInAt }) => lastSignInAt ?? undefined,
    },
    {
      id: 'change',
      header: 'Actions',
      cell: ({ id, name }) => (
        <Button size="compact-sm" variant="default" aria-label={`Change ${name}`} onClick={() => change({ member: id })}>
          Change
        </Button>
      ),
    },
  ];
  const chosen = members.data?.members.find(({ id }) => id === search.member);
  return (
    <Panel
      title="Members"
      query={members}
      height={260}
      empty={(data) =>
        data.members.length === 0
          ? { kind: 'nothing', title: 'Nobody has a login yet', words: 'Invite somebody below, or make a login of your own.' }
          : null
      }
    >
      {(data) => (
        <>
          <DataTable
            caption="Members"
            rows={data.members}
            rowId={({ id }) => id}
            columns={columns}
            sort={search.sort}
            onSort={(sort) => change({ sort })}
          />
          {chosen && <MemberDialog key={chosen.id} member={chosen} close={() => change({ member: undefined })} />}
        </>
      )}
    </Panel>
  );
}

function Who({ member: { name, email, disabled, you } }: { member: Member }) {
  return (
    <span className={styles.who}>
      <span>
        {name} {you && <Badge>you</Badge>} {disabled && <Badge tone="bad">disabled</Badge>}
      </span>
      <small>{email}</small>
    </span>
  );
}

const seesWords = ({ sight, team }: Member): string => (sight === 'team' && team ? `Those of ${team.name}` : SIGHT_WORDS[sight]);

function Names({ member: { owners } }: { member: Member }) {
  if (owners.length === 0) return UNKNOWN;
  return (
    <span className={styles.who}>
      {owners.map(({ name, linkedBy }) => (
        <span key={name}>
          {name} <small>{linkedBy === 'email' ? 'by e-mail' : 'by hand'}</small>
        </span>
      ))}
    </span>
  );
}
