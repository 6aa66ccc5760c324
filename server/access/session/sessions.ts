import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Installation } from '../../http/installation.js';
import { Log } from '../../http/log.js';

/** A session ends this long after sign-in, however much it is used. */
export const SESSION_DAYS = 30;

const PgStore = connectPgSimple(session);

/** Sessions in the table `session`, so that they outlive a restart and can be revoked. */
@Injectable()
export class Sessions implements OnApplicationShutdown {
  readonly handler: RequestHandler;
  private readonly store: InstanceType<typeof PgStore>;

  constructor(db: DataSource, installation: Installation, @Log() log: Logger) {
    this.store = new PgStore({
      pool: poolOf(db),
      tableName: 'session',
      disableTouch: true,
      errorLog: (...said: unknown[]) => log.warn({ said }, 'session store'),
    });
    const secure = installation.publicUrl.startsWith('https:');
    this.handler = session({
      store: this.store,
      name: 'baton',
      secret: installation.sessionKey.toString('hex'),
      resave: false,
      saveUninitialized: false,
      // Who says https in the public address has a proxy that ends TLS and says so in X-Forwarded-Proto.
      proxy: secure,
      cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_DAYS * 86_400_000 },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

/** TypeORM types its driver's pool loosely; for Postgres it is pg's. */
const poolOf = (db: DataSource) => (db.driver as unknown as { master: Pool }).master;
