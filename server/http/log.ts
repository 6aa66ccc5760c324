import { Inject } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';

/** Token of the log. */
export const LOG = Symbol('LOG');

/** Injects the pino logger. */
export const Log = () => Inject(LOG);

/** Names under which a secret could reach a log line, one and two levels deep. */
const SECRETS = ['token', 'password', 'secret', 'secretKey', 'sessionKey', 'credentials', 'authorization', 'cookie', 'clientSecret'];

/**
 * JSON lines on stderr. Quiet - warnings and worse - unless BATON_LOG is 'json', which logs every request,
 * or a level of pino such as 'debug'.
 */
export function createLog(setting: string | undefined): Logger {
  const level = setting === 'json' ? 'info' : setting && setting in pino.levels.values ? setting : 'warn';
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)] },
    destination({ dest: 2, sync: true }),
  );
}

/** A log that says nothing. */
export const silentLog = (): Logger => pino({ level: 'silent' });
