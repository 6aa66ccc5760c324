import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Team } from '../../api/shape.js';
import { Ask } from '../../ui/ask.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import form from '../../ui/form/form.module.css';
import { UNKNOWN } from '../../ui/format.js';
import { Panel } from '../../ui/panel.js';
import styles from '../people.module.css';
import { TeamForm } from './team-form.js';
import { useRemoveTeam, useTeams } from './use-teams.js';

const NEW = 'new';

/** Whose handoffs a member with the sight of a team sees. */
export function Teams() {
  const teams = useTeams();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Panel
      title="Teams"
      query={teams}
      height={120}
      aside={
        <Button size="compact-sm" variant="default" aria-expanded={open === NEW} onClick={() => setOpen(open === NEW ? null : NEW)}>
          New team
        </Button>
      }
    >
      {(data) => {
        const chosen = data.teams.find(({ id }) => id === open) ?? null;
        return (
          <>
            {open !== null && (open === NEW || chosen) && (
              <div className={styles.form}>
                <TeamForm key={open} team={chosen} done={() => setOpen(null)} />
              </div>
            )}
            {data.teams.length === 0 && open === null && (
              <Empty kind="nothing" title="There is no team yet" words="A manager who sees a team needs one." />
            )}
            {data.teams.length > 0 && (
              <DataTable
                caption="Teams"
                rows={data.teams}
                rowId={({ id }) => id}
                sort={undefined}
                onSort={null}
                columns={[
                  { id: 'name', header: 'Team', cell: ({ name }) => name },
                  { id: 'members', header: 'Members', cell: ({ members }) => members.map(({ name }) => name).join(', ') || UNKNOWN },
                  { id: 'owners', header: 'Also the handoffs of', cell: ({ owners }) => owners.join(', ') || UNKNOWN },
                  { id: 'do', header: 'Actions', cell: (team) => <Actions team={team} change={() => setOpen(team.id)} /> },
                ]}
              />
            )}
          </>
        );
      }}
    </Panel>
  );
}

function Actions({ team, change }: { team: Team; change: () => void }) {
  const remove = useRemoveTeam(team.id);
  return (
    <span className={form.actions}>
      <Button size="compact-sm" variant="default" aria-label={`Change ${team.name}`} onClick={change}>
        Change
      </Button>
      <Ask
        label="Remove"
        about={`Remove ${team.name}`}
        words={<p>Who sees only this team's handoffs sees none until they are in another team. Its members stay.</p>}
        yes="Remove the team"
        act={remove}
        danger
      />
    </span>
  );
}
