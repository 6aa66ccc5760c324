import { CommandMistake } from './command.js';
import { createLog } from './http/log.js';
import { lastResort } from './start/last-resort.js';
import { readSecretFiles } from './start/secret-files.js';
import { readSettings } from './start/settings.js';
import { start } from './start/start.js';
import { stopSignal } from './start/stop.js';

/** `node dist/server/main.js [command] [arguments]`; without a command it starts the server. Answers the exit code. */
async function main([name, ...args]: string[]): Promise<number> {
  readSecretFiles(process.env);
  const settings = readSettings(process.env);
  lastResort(createLog(settings.log));
  const signal = stopSignal();
  if (name === undefined || name === 'start') return start(args, settings, signal);
  const { runCommand } = await import('./start/commands.js');
  return runCommand([name, ...args], settings, signal);
}

/** One clear line; the rest is for those who ask with BATON_LOG=debug. */
function explain(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`baton: ${message.trim()}\n`);
  if (process.env.BATON_LOG === 'debug') console.error(error);
  return error instanceof CommandMistake ? 2 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
// Whatever still holds the process - an idle socket of a source, a timer - has nothing left to do.
process.exit();
