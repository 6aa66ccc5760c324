import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Owner } from '../../api/shape.js';
import { DataTable } from '../../ui/data-table.js';
import { count, counted, UNKNOWN } from '../../ui/format.js';
import { Panel } from '../../ui/panel.js';
import { useOwners } from './use-owners.js';

const FIRST = 10;

const nobodys = (owners: Owner[]): Owner[] => owners.filter(({ members, handoffCount }) => members.length === 0 && handoffCount > 0);

/** Who is named in handoffs and is no member: nobody sees these handoffs as their own. */
export function Owners() {
  const owners = useOwners();
  const [all, setAll] = useState(false);
  return (
    <Panel
      title="Named in handoffs, but nobody's own"
      query={owners}
      height={160}
      empty={(data) => {
        if (data.owners.length === 0) return { kind: 'no source', title: 'The sources name nobody yet' };
        return nobodys(data.owners).length === 0 ? { kind: 'nothing', title: 'Everybody who is named is linked to a member' } : null;
      }}
    >
      {(data) => (
        <DataTable
          caption="People of the sources who are linked to no member"
          rows={nobodys(data.owners).slice(0, all ? undefined : FIRST)}
          rowId={({ name }) => name}
          sort={undefined}
          onSort={null}
          columns={[
            { id: 'name', header: 'Name in the CRM', cell: ({ name }) => name },
            { id: 'emails', header: 'E-mail there', cell: ({ emails }) => emails.join(', ') || UNKNOWN },
            { id: 'teams', header: 'Teams', cell: ({ teams }) => teams.map(({ name }) => name).join(', ') || UNKNOWN },
            { id: 'handoffs', header: 'Handoffs', number: true, cell: ({ handoffCount }) => count(handoffCount) },
          ]}
          foot={
            !all &&
            nobodys(data.owners).length > FIRST && (
              <Button size="xs" variant="default" onClick={() => setAll(true)}>
                Show all {counted(nobodys(data.owners).length, 'name')}
              </Button>
            )
          }
        />
      )}
    </Panel>
  );
}
