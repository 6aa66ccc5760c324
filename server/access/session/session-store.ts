import { createHash } from 'node:crypto';
import { type SessionData, Store } from 'express-session';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../http/clock.js';
import { endOf, MINUTE, type SessionLimits } from './session-limits.js';

type Done<T = void> = (error?: unknown, found?: T) => void;

/** What the table knows a session by: from it nobody learns the id that opens it. SHA-256, hex. */
export const hashOfSession = (sid: string): string => createHash('sha256').update(sid).digest('hex');

/**
 * Sessions in the table `session`. One is written once, when it begins, and afterwards only seen: so a request that was on its way
 * when a session was ended does not bring it back.
 */
export class SessionStore extends Store {
  constructor(
    private readonly pool: Pool,
    private readonly options: { clock: Clock; limits: SessionLimits; log: Logger },
  ) {
    super();
  }

  get(sid: string, done: Done<SessionData | null>): void {
    answer(this.read(hashOfSession(sid)), done);
  }

  set(sid: string, data: SessionData, done?: Done): void {
    answer(this.write(hashOfSession(sid), data), done);
  }

  destroy(sid: string, done?: Done): void {
    answer(
      this.pool.query('delete from session where sid = $1', [hashOfSession(sid)]).then(() => undefined),
      done,
    );
  }

  /** Null when it has ended, lay unused for too long, or its login was disabled or is gone. */
  private async read(hash: string): Promise<SessionData | null> {
    const now = this.options.clock.now();
    const { rows } = await this.pool.query<{ sess: SessionData; unseen: boolean }>(
      `select sess, seen_at <= $4 as unseen from session s
        where sid = $1 and expire > $2 and seen_at > $3
          and (login_id is null or exists (select from login l where l.id = s.login_id and l.disabled_at is null))`,
      [hash, now, new Date(now.getTime() - this.options.limits.idle), new Date(now.getTime() - MINUTE)],
    );
    const [found] = rows;
    if (found?.unseen) await this.seen(hash, now);
    return found?.sess ?? null;
  }

  /** Where nothing can be written at the moment, one can still read. */
  private async seen(hash: string, now: Date): Promise<void> {
    await this.pool
      .query('update session set seen_at = $2 where sid = $1 and seen_at < $2', [hash, now])
      .catch((err: unknown) => this.options.log.warn({ err }, 'a session could not be marked as seen'));
  }

  private async write(hash: string, data: SessionData): Promise<void> {
    const now = this.options.clock.now();
    await this.pool.query('delete from session where expire <= $1', [now]);
    await this.pool.query(
      `insert into session (sid, sess, expire, seen_at) values ($1, $2, $3, $4)
       on conflict (sid) do update set sess = excluded.sess, expire = excluded.expire`,
      [hash, JSON.stringify(data), endOf(data, this.options.limits, now), now],
    );
  }
}

function answer<T>(work: Promise<T>, done: Done<T> = () => {}): void {
  work.then(
    (found) => done(null, found),
    (error: unknown) => done(error),
  );
}
