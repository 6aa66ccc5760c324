import { fileURLToPath } from 'node:url';
import { createApp } from '../app.js';
import { CommandMistake } from '../command.js';
import { Installation } from '../http/installation.js';
import { announce, publicUrlOf, signInLink } from './address.js';
import { type Door, takeDoor } from './door.js';
import { type Ground, openGround } from './open.js';
import type { Settings } from './settings.js';
import { aborted } from './stop.js';
import { currentWorkspace, ownWorkspace } from './workspace.js';

const DASHBOARD = fileURLToPath(new URL('../../dashboard', import.meta.url));

/** Starts the server and serves until the signal. Answers the exit code. */
export async function start(args: string[], settings: Settings, signal: AbortSignal): Promise<number> {
  if (args.length > 0) throw new CommandMistake(`npm start takes no arguments, but got "${args[0]}". Settings are environment variables.`);
  const door = await takeDoor(settings);
  try {
    const ground = await openGround(settings);
    try {
      await serve(ground, door, signal);
    } finally {
      await ground.close();
    }
  } finally {
    await door.close();
  }
  return 0;
}

async function serve(ground: Ground, door: Door, signal: AbortSignal): Promise<void> {
  const { db, longWork, settings, keys, clock, log } = ground;
  const { dataDirectory } = settings;
  const publicUrl = publicUrlOf(settings, door.port);
  const installation = new Installation({ dataDirectory, ...keys, publicUrl });
  const app = await createApp({ db, longWork, installation, clock, log, dashboardDirectory: DASHBOARD });
  door.open(app.getHttpAdapter().getInstance());
  const forget = await announce(settings, publicUrl);
  say(`Baton listens on ${publicUrl}, with its data in ${ground.name}.`);
  try {
    if (!signal.aborted) await welcome(ground, publicUrl);
    await aborted(signal);
    say('Stopping ...');
  } finally {
    await forget();
    await door.close();
    await app.close();
  }
}

async function welcome({ db, settings, clock }: Ground, url: string): Promise<void> {
  const now = clock.now();
  const workspace = (await currentWorkspace(db)) ?? (await ownWorkspace(db, settings, now));
  say(`\nSign in with this link. It works once, within 24 hours; \`npm run baton -- link\` prints another.\n`);
  say(`  ${await signInLink(db, url, { workspaceId: workspace.id, now })}\n`);
  say('Ctrl-C stops Baton.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
