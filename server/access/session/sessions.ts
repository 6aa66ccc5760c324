import { Injectable } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { poolOf } from '../../../etl/warehouse/index.js';
import { basePathOf } from '../../http/base-path.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Log } from '../../http/log.js';
import { cookieAt } from './session-cookie.js';
import { sessionLimits } from './session-limits.js';
import { SessionStore } from './session-store.js';

/** Sessions in Postgres, so that they outlive a restart and end at once. */
@Injectable()
export class Sessions {
  readonly handler: RequestHandler;
  private readonly cookie: ReturnType<typeof cookieAt>;

  constructor(db: DataSource, installation: Installation, clock: Clock, @Log() log: Logger) {
    const limits = sessionLimits(installation.entrance.sessionIdleDays);
    this.cookie = cookieAt(installation.publicUrl, 'baton');
    const handler = session({
      store: new SessionStore(poolOf(db), { clock, limits, log }),
      name: this.cookie.name,
      secret: [installation.sessionKey, ...installation.otherSessionKeys].map((key) => key.toString('hex')),
      resave: false,
      saveUninitialized: false,
      // Who says https in the public address has a proxy that ends TLS and says so in X-Forwarded-Proto.
      proxy: this.cookie.options.secure,
      cookie: { ...this.cookie.options, maxAge: limits.absolute },
    });
    this.handler = under(basePathOf(installation.publicUrl), handler);
  }

  /** Makes the browser forget. */
  clear(response: Response): void {
    response.clearCookie(this.cookie.name, this.cookie.options);
  }
}

/** express-session holds the cookie's path against the address as it came, from which the base path has been taken off by then. */
function under(base: string, handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const { originalUrl } = request;
    request.originalUrl = base + originalUrl;
    handler(request, response, (error?: unknown) => {
      request.originalUrl = originalUrl;
      next(error);
    });
  };
}
