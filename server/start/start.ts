import { CommandMistake } from '../command.js';
import { takeDoor } from './door.js';
import { openFolder } from './folder.js';
import type { Settings } from './settings.js';

/** Starts the server and serves until the signal. Answers the exit code. */
export async function start(args: string[], settings: Settings, signal: AbortSignal): Promise<number> {
  if (args.length > 0) throw new CommandMistake(`npm start takes no arguments, but got "${args[0]}". Settings are environment variables.`);
  const door = await takeDoor(settings);
  try {
    await openFolder(settings.dataDirectory);
    // Loaded only now: what is wrong with port or folder is said before the whole server is read.
    const { serve } = await import('./serve.js');
    await serve(settings, door, signal);
  } finally {
    await door.close();
  }
  return 0;
}
