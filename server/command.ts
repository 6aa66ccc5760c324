import type { DataSource } from 'typeorm';
import type { Keyring, SecretKey, Workspace } from '../etl/warehouse/index.js';

/** What a command of `npm run baton -- <name>` works with. */
export interface CommandContext {
  /** Migrated, with a statement limit for long work. */
  db: DataSource;
  /** Absolute; where Baton keeps its own files. */
  dataDirectory: string;
  /** Seals credentials. */
  secretKey: SecretKey;
  /** The workspace of this installation; made on the first call when there is none. Statements after it see its rows and no others. */
  workspace(): Promise<Workspace>;
  now(): Date;
  print(line: string): void;
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal;
}

/** What a command works with that takes the database as it finds it, migrated or not. */
export interface PlaceContext extends Pick<CommandContext, 'dataDirectory' | 'now' | 'print' | 'signal'> {
  /** Of the owner of the tables. */
  ownerUrl: string;
  keys: Keyring;
}

/** One verb of the command line. */
export interface Command<Context = CommandContext> {
  name: string;
  /** After the name: '<mapping.json> [--init a.csv b.csv]'. */
  usage: string;
  summary: string;
  /** Answers the exit code. Throws CommandMistake for a wrong argument. */
  run(args: string[], context: Context): Promise<number>;
}

/** What was typed cannot be done. Printed as one line, exit code 2. */
export class CommandMistake extends Error {}
