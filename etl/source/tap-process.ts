import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { messageLines } from './message-lines.js';
import { withoutSecrets } from './secret-words.js';
import { SourceError } from './source-error.js';
import { STANDARD_INPUT } from './tap-command.js';

export interface TapRun {
  /** As `tapCommand` gives it. */
  command: string[];
  /** Where the tap is to go on from, as JSON text; null from the beginning. */
  state: string | null;
  signal: AbortSignal;
}

/** Stands in a command where the path of the state belongs; without it `--state <path>` is added when there is a state. */
const STATE_PLACE = '{state}';

/** What is kept of the words a tap says beside its messages. */
const LAST_WORDS = 2_000;
const END_MILLISECONDS = 5_000;

/** The messages of a tap, line by line. Throws a SourceError with its last words when it ends badly. */
export async function* tapLines({ command, state, signal }: TapRun): AsyncGenerator<string> {
  signal.throwIfAborted();
  if (command[0] === STANDARD_INPUT) return yield* handedLines(signal);
  const folder = await mkdtemp(join(tmpdir(), 'baton-tap-'));
  try {
    yield* outputOf(await withState(command, state, folder), signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* handedLines(signal: AbortSignal): AsyncGenerator<string> {
  const stop = () => process.stdin.destroy();
  signal.addEventListener('abort', stop, { once: true });
  yield* messageLines(process.stdin);
}

async function withState(command: string[], state: string | null, folder: string): Promise<string[]> {
  const placed = command.some((word) => word.includes(STATE_PLACE));
  if (state === null && !placed) return command;
  const path = join(folder, 'state.json');
  await writeFile(path, state ?? '{}', { mode: 0o600 });
  return placed ? command.map((word) => word.replaceAll(STATE_PLACE, path)) : [...command, '--state', path];
}

async function* outputOf([file = '', ...args]: string[], signal: AbortSignal): AsyncGenerator<string> {
  const tap = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: ownEnvironment(process.env), detached: true });
  const name = basename(file);
  const ended = endOf(tap, name);
  const said = lastWords(tap);
  const stop = () => kill(tap);
  signal.addEventListener('abort', stop, { once: true });
  let done = false;
  try {
    yield* messageLines(tap.stdout);
    const code = await ended;
    signal.throwIfAborted();
    done = true;
    if (code !== 0)
      throw new SourceError(
        'vendor',
        `${name} ended with ${code === null ? 'a signal' : `code ${code}`}. It said last: ${said() || 'nothing'}`,
      );
  } finally {
    signal.removeEventListener('abort', stop);
    if (!done) stop();
  }
}

async function endOf(tap: ChildProcess, name: string): Promise<number | null> {
  try {
    const [code] = (await once(tap, 'close')) as [number | null];
    return code;
  } catch (cause) {
    throw new SourceError('schema', `The tap ${name} cannot be started (${(cause as NodeJS.ErrnoException).code}). Correct its command.`, {
      cause,
    });
  }
}

/** Read all the time, since a tap stops when nobody does; only its end is kept. */
function lastWords(tap: ChildProcess): () => string {
  let words = '';
  tap.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    words = (words + piece).slice(-2 * LAST_WORDS);
  });
  return () => withoutSecrets(words).trim().slice(-LAST_WORDS);
}

/** The tap and all that it started. */
function kill(tap: ChildProcess): void {
  signalGroup(tap, 'SIGTERM');
  setTimeout(() => signalGroup(tap, 'SIGKILL'), END_MILLISECONDS).unref();
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended in between.
  }
}

/** A tap is another's program: it gets what it needs to run, and none of our secrets. */
const ownEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(BATON_|DATABASE_URL$|SMTP_|PG[A-Z]+$)/.test(name)));
