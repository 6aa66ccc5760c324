import type { DataSource, EntityManager } from 'typeorm';
import { hashOfSession } from './session-store.js';

/** Ends the sessions of a login, all but `except` (a session's own id), in all workspaces. At the door. Answers how many. */
export async function endSessions(db: DataSource | EntityManager, loginId: string, except: string | null = null): Promise<number> {
  const [, count] = await db.query<[unknown[], number]>('delete from session where login_id = $1 and sid <> $2', [
    loginId,
    except === null ? '' : hashOfSession(except),
  ]);
  return count;
}
