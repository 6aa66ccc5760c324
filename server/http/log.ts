import { Inject } from '@nestjs/common';
import { destination, type LogFn, type Logger, pino } from 'pino';
import { currentRequest } from './request-context.js';
import { toldError, withoutPeople } from './told-error.js';

/** Token of the log. */
export const LOG = Symbol('LOG');

/** Injects the pino logger. */
export const Log = () => Inject(LOG);

/** Names under which a secret, or who somebody is, could reach a log line, one and two levels deep. */
const SECRETS = [
  ...['token', 'password', 'secret', 'secretKey', 'sessionKey', 'credentials', 'authorization', 'cookie', 'clientSecret', 'csrfToken'],
  ...['accessToken', 'refreshToken', 'idToken', 'recoveryCode', 'recoveryCodes', 'databaseUrl', 'smtpUrl'],
  ...['email', 'recipient', 'recipients', 'to'],
];

/**
 * JSON lines on stderr, one each whatever is in them, in UTC. Quiet - warnings and worse - unless BATON_LOG is 'json',
 * which logs every request, or a level of pino such as 'debug'. A line that is said in a request has its id.
 */
export function createLog(setting: string | undefined): Logger {
  const level = setting === 'json' ? 'info' : setting && setting in pino.levels.values ? setting : 'warn';
  return logTo(destination({ dest: 2, sync: true }), level);
}

/** The same for lines that go elsewhere. */
export const logTo = (out: { write(line: string): void }, level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (name) => ({ level: name }) },
      redact: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)],
      serializers: { err: toldError, error: (said: unknown) => (typeof said === 'string' ? withoutPeople(said) : said) },
      hooks: { logMethod: named },
      mixin: () => {
        const requestId = currentRequest()?.requestId;
        return requestId ? { requestId } : {};
      },
    },
    out,
  );

/** A line without words of its own would be given those of its error, unmasked. */
function named(this: Logger, said: Parameters<LogFn>, log: LogFn): void {
  const [first, ...rest] = said;
  if (typeof first === 'object' && rest.length === 0) log.call(this, first, 'error');
  else log.apply(this, said);
}

/** A log that says nothing. */
export const silentLog = (): Logger => pino({ level: 'silent' });
