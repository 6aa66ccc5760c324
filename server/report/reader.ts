import type { DataSource } from 'typeorm';
import { readSight, type Sight } from '../access/role.js';
import { seenBy } from '../access/seen-by.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';

/** Whose handoffs a mail to an address may speak of. */
export interface Reader {
  /** Null for an address that is no member: an admin typed it, and it gets the numbers of the workspace. */
  sight: Sight | null;
  visibility: Visibility;
}

/** As it is at this moment, in the workspace's own scope. Null for a member whose login is disabled: they get nothing. */
export async function readerOf(db: Pick<DataSource, 'query'>, workspaceId: string, address: string): Promise<Reader | null> {
  const [member] = await db.query<{ loginId: string; sight: string; teamId: string | null; disabled: boolean }[]>(
    `select m.login_id as "loginId", m.visibility as sight, m.team_id as "teamId", l.disabled_at is not null as disabled
     from member m join login l on l.id = m.login_id where m.workspace_id = $1 and l.email = lower($2)`,
    [workspaceId, address],
  );
  if (!member) return { sight: null, visibility: EVERYTHING };
  if (member.disabled) return null;
  const sight = readSight(member.sight);
  return { sight, visibility: await seenBy(db, { workspaceId, loginId: member.loginId, sight, teamId: member.teamId }) };
}

/** Names in one line of a mail. */
const NAMED = 5;

/** Whose handoffs the numbers count. */
export function countedWords({ sight, visibility }: Reader): string {
  if (visibility.kind === 'all') return 'These numbers count everybody\u2019s handoffs.';
  const whose = sight === 'team' ? 'those of your team' : 'your own';
  const { names } = visibility;
  if (names.length === 0) return `These numbers count ${whose}, and nobody of the sources is linked to you yet. Ask an admin of Baton.`;
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `These numbers count only ${whose}: handoffs whose sales rep or CSM is ${names.slice(0, NAMED).join(', ')}${more}.`;
}
