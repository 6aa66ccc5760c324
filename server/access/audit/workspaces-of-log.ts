import type { DataSource } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { INSTALLATION } from './audit.js';

/** Every workspace of which something was written down, that of the installation first. The workspace itself may be gone. */
export async function workspacesOfLog(db: DataSource): Promise<{ id: string; name: string | null }[]> {
  const rows = await atTheDoor(() =>
    db.query<{ id: string; name: string | null }[]>(
      `select logged.workspace_id as id, workspace.name
         from (select workspace_id from audit_head union select workspace_id from audit_entry) logged
         left join workspace on workspace.id = logged.workspace_id
        order by logged.workspace_id`,
    ),
  );
  return rows.map(({ id, name }) => ({ id, name: id === INSTALLATION ? 'the installation' : name }));
}
