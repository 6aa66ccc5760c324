import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import type { sessions } from './session.schema.js';
import { hashOfSession } from './session-store.js';

type Listed = z.infer<typeof sessions>['sessions'][number];

/** Whose sessions: those of a login; one who came by a link has only the one it made. */
export interface Owner {
  loginId: string | null;
  /** The session's own id, which asks. */
  sid: string;
}

/** What a condition on `session` must hold for it to be the owner's: $1 is the login, $2 the hash of the session that asks. */
const OWN = '(login_id = $1 or ($1::uuid is null and sid = $2))';

/** The newest first; those that are over at `now` are not among them. */
export async function ownSessions(db: DataSource, { loginId, sid }: Owner, since: { now: Date; seenAfter: Date }): Promise<Listed[]> {
  const rows = await atTheDoor(() =>
    db.query<(Omit<Listed, 'signedInAt' | 'seenAt'> & { signedInAt: string; seenAt: Date })[]>(
      `select sid as id, sess ->> 'signedInAt' as "signedInAt", seen_at as "seenAt", sess ->> 'address' as address,
              sess ->> 'browser' as browser, coalesce(sess ->> 'cameBy', 'link') as "cameBy", sid = $2 as current
         from session where ${OWN} and expire > $3 and seen_at > $4 order by seen_at desc, sid limit 200`,
      [loginId, hashOfSession(sid), since.now, since.seenAfter],
    ),
  );
  return rows.map((row) => ({ ...row, signedInAt: new Date(Number(row.signedInAt)).toISOString(), seenAt: row.seenAt.toISOString() }));
}

/** Ends one by the hash of its id. False when it is none of the owner's. */
export async function endOwnSession(db: DataSource, { loginId, sid }: Owner, hash: string): Promise<boolean> {
  const [, count] = await atTheDoor(() =>
    db.query<[unknown[], number]>(`delete from session where ${OWN} and sid = $3`, [loginId, hashOfSession(sid), hash]),
  );
  return count > 0;
}
