import type { Role, Sight } from '../api/shape.js';
import { Choice } from '../ui/choice.js';
import styles from '../ui/form/form.module.css';
import { ROLE_OPTIONS, ROLE_WORDS, SIGHT_OPTIONS, USUAL_SIGHT } from './role-words.js';
import { useTeams } from './team/use-teams.js';

/** What somebody may do, and whose handoffs they see. */
export interface Grant {
  role: Role;
  sight: Sight;
  teamId: string | null;
}

const NONE = '';

/** Role, sight and team; choosing a role proposes what is usual for it. */
export function GrantFields({ value, onChange }: { value: Grant; onChange: (grant: Grant) => void }) {
  const teams = useTeams().data?.teams ?? [];
  return (
    <>
      <div className={styles.row}>
        <Choice
          label="Role"
          value={value.role}
          options={ROLE_OPTIONS}
          onChange={(role) => onChange({ ...value, role, sight: USUAL_SIGHT[role] })}
        />
        <Choice
          label="Sees"
          value={value.sight}
          options={SIGHT_OPTIONS.filter((one) => value.role !== 'admin' || one.value === 'all')}
          onChange={(sight) => onChange({ ...value, sight })}
        />
        <Choice
          label="Team"
          value={value.teamId ?? NONE}
          options={[{ value: NONE, label: 'none' }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => onChange({ ...value, teamId: id || null })}
        />
      </div>
      <p className={styles.soft}>{ROLE_WORDS[value.role].may}</p>
      {value.sight === 'team' && value.teamId === null && <p className={styles.soft}>Without a team they see no handoffs.</p>}
    </>
  );
}
