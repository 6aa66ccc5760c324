import { SourceError } from './source-error.js';

/** Reads messages from the standard input of this process. */
export const STANDARD_INPUT = '-';

/** How a tap is named in settings: never by its command. */
export const TAP_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** The variable of the server's own environment in which an admin names the command of a tap. */
export const tapVariable = (name: string): string => `BATON_TAP_${name.toUpperCase().replaceAll('-', '_')}`;

/**
 * The command of a tap, cut into words. Settings come from the web and can only name a tap; what runs on this machine is said
 * by whoever starts the server. Throws a SourceError when nobody has said it.
 */
export function tapCommand(name: string, env: NodeJS.ProcessEnv): string[] {
  const command = TAP_NAME.test(name) ? env[tapVariable(name)] : undefined;
  if (!command?.trim())
    throw new SourceError(
      'schema',
      `No command is known for the tap '${name}'. Start Baton with ${tapVariable(name)}='<command of the tap>', or hand its messages to npm run baton.`,
    );
  return words(command);
}

const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;
const PART = /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs;

/** As a shell cuts them, with quotes and backslashes; nothing is expanded, and no shell is started. Throws when a quote is left open. */
export function words(command: string): string[] {
  if (command.replace(WORD, '').trim() !== '') throw new SourceError('schema', 'The command of the tap leaves a quote open.');
  return (command.match(WORD) ?? []).map((word) => word.replace(PART, unquoted));
}

const unquoted = (_: string, escaped: string | undefined, double: string | undefined, single: string | undefined): string =>
  escaped ?? single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? '';
