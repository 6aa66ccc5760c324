import type { Logger } from 'pino';

/** What nobody caught leaves the process in a state that nobody thought of: it is said, with its causes, and the process ends at once. */
export function lastResort(log: Logger): void {
  const end = (words: string) => (error: unknown) => {
    try {
      log.fatal({ err: error }, words);
    } finally {
      process.exit(1);
    }
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}
