import { fileURLToPath } from 'node:url';
import { currentWorkspace, ownWorkspace, workspaceOf } from '../access/workspaces.js';
import { createApp } from '../app.js';
import { CommandMistake } from '../command.js';
import { Installation } from '../http/installation.js';
import { neverRead, readNow } from '../source/read-now.js';
import { openSample, type Sample } from '../source/sample.js';
import { SourceSchedule } from '../source/schedule.js';
import { announce, publicUrlOf, signInLink } from './address.js';
import { type Door, takeDoor } from './door.js';
import { type Ground, openGround } from './open.js';
import type { Settings } from './settings.js';
import { aborted } from './stop.js';

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
  const sample = await beginSample(ground, signal);
  try {
    app.get(SourceSchedule).start({ sample: sample !== null });
    if (!signal.aborted) await welcome(ground, publicUrl);
    await aborted(signal);
    say('Stopping ...');
  } finally {
    await forget();
    await door.close();
    await app.close();
    await sample?.close();
  }
}

/** The sample company is for an empty installation; where it is already, its tools go on answering. */
async function beginSample({ longWork, settings, keys, clock }: Ground, signal: AbortSignal): Promise<Sample | null> {
  const wanted = settings.sample && ((await workspaceOf(longWork, { sample: true })) || !(await currentWorkspace(longWork)));
  if (!wanted) return null;
  const { secretKey } = keys;
  const sample = await openSample(longWork, { secretKey, now: clock.now() });
  const workspaceId = sample.workspace.id;
  for (const sourceId of await neverRead(longWork, workspaceId, sample.sourceIds)) {
    if (signal.aborted) break;
    say(`\nReading ${sourceId} of the sample company:`);
    const run = { workspaceId, sourceId, trigger: 'first', secretKey, now: () => clock.now(), signal, terminal: process.stdout } as const;
    const { error } = await readNow(longWork, run);
    if (error && !signal.aborted) say(`  Not all of it could be read: ${error}`);
  }
  return sample;
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
